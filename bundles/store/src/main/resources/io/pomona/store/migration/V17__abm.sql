CREATE TABLE abm_token (
  id BIGINT PRIMARY KEY,
  consumer_key VARCHAR NOT NULL,
  -- What signs calls.
  sealed ${bytes} NOT NULL,
  server_name VARCHAR NOT NULL,
  server_uuid VARCHAR NOT NULL,
  apple_id VARCHAR NOT NULL,
  org_name VARCHAR NOT NULL,
  org_id VARCHAR NOT NULL,
  page_limit INT NOT NULL,
  assign_limit INT NOT NULL,
  -- 0 = no team
  default_team_id BIGINT DEFAULT 0 NOT NULL,
  expires_at BIGINT NOT NULL,
  loaded_at BIGINT NOT NULL,
  CONSTRAINT abm_token_consumer_key UNIQUE (consumer_key)
);
CREATE SEQUENCE abm_token_seq;

-- Apart from the token, because it is written all the time.
CREATE TABLE abm_sync (
  token_id BIGINT PRIMARY KEY REFERENCES abm_token (id) ON DELETE CASCADE,
  sync_cursor VARCHAR,
  -- The fetch of all Macs that is under way.
  fetch_started_at BIGINT,
  fetch_cursor VARCHAR,
  -- When the last complete one began: what was last seen before is missing.
  full_at BIGINT,
  full_wanted BOOLEAN NOT NULL,
  -- Whether Macs of the server before are still among ours.
  server_changed BOOLEAN DEFAULT FALSE NOT NULL,
  synced_at BIGINT,
  due_at BIGINT NOT NULL,
  -- Whether that became so during a run.
  woken BOOLEAN DEFAULT FALSE NOT NULL,
  attempts INT NOT NULL,
  trouble VARCHAR,
  trouble_word VARCHAR,
  trouble_since BIGINT,
  lease_holder VARCHAR,
  leased_until BIGINT DEFAULT 0 NOT NULL,
  sealed_session ${bytes}
);

CREATE TABLE abm_device (
  serial_number VARCHAR PRIMARY KEY,
  token_id BIGINT NOT NULL REFERENCES abm_token (id) ON DELETE CASCADE,
  host_id BIGINT NOT NULL REFERENCES enrollment_host (id) ON DELETE CASCADE,
  -- Whether the host was made for it.
  host_made BOOLEAN NOT NULL,
  model VARCHAR NOT NULL,
  description VARCHAR NOT NULL,
  color VARCHAR NOT NULL,
  profile_uuid VARCHAR NOT NULL,
  profile_status VARCHAR NOT NULL,
  -- 0 = Apple has not said
  assigned_at BIGINT NOT NULL,
  operation_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL
);
CREATE INDEX abm_device_token ON abm_device (token_id, serial_number);
CREATE INDEX abm_device_host ON abm_device (host_id);

-- Macs that were taken back: an older change that comes later must not bring them again.
CREATE TABLE abm_departure (
  token_id BIGINT NOT NULL REFERENCES abm_token (id) ON DELETE CASCADE,
  serial_number VARCHAR NOT NULL,
  left_at BIGINT NOT NULL,
  PRIMARY KEY (token_id, serial_number)
);
