ALTER TABLE apns_certificate ADD COLUMN apple_id VARCHAR;
ALTER TABLE apns_certificate ADD COLUMN saved_by VARCHAR;
-- Turned off; the row stays, since Macs are still tied to its topic.
ALTER TABLE apns_certificate ADD COLUMN ended_at BIGINT;
-- The row before, 0 for the first: of two that are loaded at once the second has to look again.
ALTER TABLE apns_certificate ADD COLUMN successor_of BIGINT;
CREATE UNIQUE INDEX apns_certificate_successor ON apns_certificate (successor_of);

CREATE TABLE apns_request (
  id BIGINT PRIMARY KEY,
  email VARCHAR NOT NULL,
  organization VARCHAR NOT NULL,
  request ${bytes} NOT NULL,
  sealed_key ${bytes} NOT NULL,
  sealed_encryption_key ${bytes} NOT NULL,
  encryption_certificate ${bytes} NOT NULL,
  created_at BIGINT NOT NULL,
  created_by VARCHAR NOT NULL,
  sent_at BIGINT,
  signed ${bytes}
);
CREATE SEQUENCE apns_request_seq;

-- One row at most.
CREATE TABLE apns_vendor (
  id BIGINT PRIMARY KEY,
  sealed_key ${bytes} NOT NULL,
  chain ${bytes} NOT NULL,
  saved_at BIGINT NOT NULL,
  saved_by VARCHAR NOT NULL
);
