CREATE TABLE pki_challenge (
  challenge_sha256 VARCHAR PRIMARY KEY,
  purpose VARCHAR NOT NULL,
  udid VARCHAR,
  serial_number VARCHAR,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  transaction_id VARCHAR,
  public_key_sha256 VARCHAR,
  certificate_sha256 VARCHAR,
  -- An Authenticate came under its certificate: the challenge is worth nothing from now on.
  settled BOOLEAN DEFAULT FALSE NOT NULL
);
CREATE INDEX pki_challenge_certificate ON pki_challenge (certificate_sha256);

CREATE TABLE pki_certificate (
  sha256 VARCHAR PRIMARY KEY,
  der ${bytes} NOT NULL,
  issuer_sha256 VARCHAR NOT NULL,
  not_before BIGINT NOT NULL,
  not_after BIGINT NOT NULL,
  purpose VARCHAR NOT NULL,
  udid VARCHAR,
  serial_number VARCHAR
);

CREATE TABLE pki_key (
  id VARCHAR PRIMARY KEY,
  purpose VARCHAR NOT NULL,
  sealed_key ${bytes} NOT NULL,
  chain ${bytes} NOT NULL,
  created_at BIGINT NOT NULL,
  not_after BIGINT NOT NULL,
  -- The purpose again on the active key, null on the others: one active key for each purpose.
  active_for VARCHAR,
  CONSTRAINT pki_key_active UNIQUE (active_for)
);
CREATE INDEX pki_key_purpose ON pki_key (purpose);
