-- None of these rows is ever deleted, and none hangs on a host: what unlocks a Mac stays.
CREATE SEQUENCE escrow_lock_seq;

CREATE TABLE escrow_lock (
  id BIGINT PRIMARY KEY,
  cmd_uuid VARCHAR NOT NULL,
  host_id BIGINT NOT NULL,
  serial_number VARCHAR NOT NULL,
  udid VARCHAR NOT NULL,
  enrolled_at BIGINT NOT NULL,
  kind VARCHAR NOT NULL,
  stage VARCHAR NOT NULL,
  sealed ${bytes} NOT NULL,
  requested_by VARCHAR NOT NULL,
  requested_at BIGINT NOT NULL,
  ended_at BIGINT,
  took_at BIGINT,
  heard_at BIGINT,
  heard INT DEFAULT 0 NOT NULL,
  viewed_at BIGINT,
  detail VARCHAR NOT NULL,
  CONSTRAINT escrow_lock_command UNIQUE (cmd_uuid)
);
CREATE INDEX escrow_lock_host ON escrow_lock (host_id);
CREATE INDEX escrow_lock_serial ON escrow_lock (serial_number, udid);
CREATE INDEX escrow_lock_stage ON escrow_lock (stage, cmd_uuid);

CREATE TABLE escrow_recovery_lock (
  id BIGINT PRIMARY KEY,
  cmd_uuid VARCHAR NOT NULL,
  host_id BIGINT NOT NULL,
  serial_number VARCHAR NOT NULL,
  udid VARCHAR NOT NULL,
  enrolled_at BIGINT NOT NULL,
  clears BOOLEAN NOT NULL,
  stage VARCHAR NOT NULL,
  sealed ${bytes} NOT NULL,
  check_uuid VARCHAR,
  requested_by VARCHAR NOT NULL,
  requested_at BIGINT NOT NULL,
  checked_at BIGINT,
  viewed_at BIGINT,
  detail VARCHAR NOT NULL,
  CONSTRAINT escrow_recovery_lock_command UNIQUE (cmd_uuid)
);
CREATE INDEX escrow_recovery_lock_host ON escrow_recovery_lock (host_id);
CREATE INDEX escrow_recovery_lock_serial ON escrow_recovery_lock (serial_number, udid);
CREATE INDEX escrow_recovery_lock_check ON escrow_recovery_lock (check_uuid);
CREATE INDEX escrow_recovery_lock_viewed ON escrow_recovery_lock (stage, viewed_at);

CREATE TABLE escrow_bypass_code (
  id BIGINT PRIMARY KEY,
  cmd_uuid VARCHAR NOT NULL,
  host_id BIGINT NOT NULL,
  serial_number VARCHAR NOT NULL,
  udid VARCHAR NOT NULL,
  enrolled_at BIGINT NOT NULL,
  sealed ${bytes} NOT NULL,
  received_at BIGINT NOT NULL,
  viewed_at BIGINT,
  CONSTRAINT escrow_bypass_code_command UNIQUE (cmd_uuid)
);
CREATE INDEX escrow_bypass_code_host ON escrow_bypass_code (host_id);
CREATE INDEX escrow_bypass_code_serial ON escrow_bypass_code (serial_number, udid);

-- Which Macs are to be asked for their bypass code.
CREATE TABLE escrow_bypass_fetch (
  host_id BIGINT PRIMARY KEY REFERENCES enrollment_host (id) ON DELETE CASCADE,
  device VARCHAR NOT NULL,
  enrolled_at BIGINT NOT NULL,
  until_at BIGINT NOT NULL,
  attempts INT NOT NULL,
  next_at BIGINT NOT NULL,
  received BOOLEAN NOT NULL,
  detail VARCHAR NOT NULL
);
-- Those that nobody asks any more are not read: their time is over.
CREATE INDEX escrow_bypass_fetch_due ON escrow_bypass_fetch (received, until_at, next_at);
