CREATE TABLE apns_certificate (
  id BIGINT PRIMARY KEY,
  topic VARCHAR NOT NULL,
  sealed_key ${bytes} NOT NULL,
  chain ${bytes} NOT NULL,
  saved_at BIGINT NOT NULL
);
CREATE SEQUENCE apns_certificate_seq;
