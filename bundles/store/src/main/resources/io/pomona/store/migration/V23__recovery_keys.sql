-- Every recovery key that a Mac ever gave. Refers to nothing: it outlives the host, its team and its
-- enrollment. Nothing deletes from it.
CREATE TABLE escrow_recovery_key (
  id BIGINT PRIMARY KEY,
  host_id BIGINT NOT NULL,
  serial_number VARCHAR NOT NULL,
  udid VARCHAR NOT NULL,
  enrolled_at BIGINT NOT NULL,
  -- Which it was encrypted for; NULL = one that is not known.
  certificate_id BIGINT,
  source VARCHAR NOT NULL,
  received_at BIGINT NOT NULL,
  envelope_sha256 VARCHAR NOT NULL,
  -- Of the key: it comes in several envelopes.
  fingerprint VARCHAR,
  -- Only of one that does not open.
  envelope ${bytes},
  -- Under whose purpose it is sealed.
  generation BIGINT,
  sealed ${bytes},
  unreadable VARCHAR,
  viewed_at BIGINT,
  -- The first view of a current key after which it was not replaced.
  exposed_at BIGINT,
  -- The minute of the day of this Mac.
  slot INT NOT NULL,
  CONSTRAINT escrow_recovery_key_envelope UNIQUE (serial_number, udid, envelope_sha256)
);
CREATE SEQUENCE escrow_recovery_key_seq;
CREATE INDEX escrow_recovery_key_serial ON escrow_recovery_key (serial_number, id);
CREATE INDEX escrow_recovery_key_generation ON escrow_recovery_key (generation, id);
CREATE INDEX escrow_recovery_key_exposed ON escrow_recovery_key (exposed_at);
CREATE INDEX escrow_recovery_key_slot ON escrow_recovery_key (slot, received_at);

-- Encrypted keys as Macs sent them, until they are looked into. Refers to nothing either.
CREATE TABLE escrow_envelope (
  id BIGINT PRIMARY KEY,
  host_id BIGINT NOT NULL,
  serial_number VARCHAR NOT NULL,
  udid VARCHAR NOT NULL,
  enrolled_at BIGINT NOT NULL,
  received_at BIGINT NOT NULL,
  envelope_sha256 VARCHAR NOT NULL,
  envelope ${bytes} NOT NULL
);
CREATE SEQUENCE escrow_envelope_seq;
CREATE INDEX escrow_envelope_serial ON escrow_envelope (serial_number, udid);
CREATE INDEX escrow_envelope_host ON escrow_envelope (host_id);

-- Replacements of recovery keys, kept like the keys.
CREATE TABLE escrow_key_rotation (
  id BIGINT PRIMARY KEY,
  -- The Mac while it is under way.
  open_device VARCHAR,
  host_id BIGINT NOT NULL,
  serial_number VARCHAR NOT NULL,
  device VARCHAR NOT NULL,
  enrolled_at BIGINT NOT NULL,
  replaces_id BIGINT NOT NULL,
  certificate_id BIGINT NOT NULL,
  cause VARCHAR NOT NULL,
  actor_id BIGINT,
  actor_name VARCHAR NOT NULL,
  actor_email VARCHAR NOT NULL,
  deadline BIGINT NOT NULL,
  cmd_uuid VARCHAR NOT NULL,
  stage VARCHAR NOT NULL,
  detail VARCHAR NOT NULL,
  requested_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  -- NULL = ended
  next_at BIGINT,
  CONSTRAINT escrow_key_rotation_open UNIQUE (open_device),
  CONSTRAINT escrow_key_rotation_command UNIQUE (cmd_uuid)
);
CREATE SEQUENCE escrow_key_rotation_seq;
CREATE INDEX escrow_key_rotation_serial ON escrow_key_rotation (serial_number, id);
CREATE INDEX escrow_key_rotation_replaces ON escrow_key_rotation (replaces_id, requested_at);
CREATE INDEX escrow_key_rotation_next ON escrow_key_rotation (next_at);
