CREATE TABLE profiles_profile (
  id BIGINT PRIMARY KEY,
  profile_uuid VARCHAR NOT NULL,
  -- 0 = no team
  team_id BIGINT NOT NULL,
  identifier VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  payload_uuid VARCHAR NOT NULL,
  content ${bytes} NOT NULL,
  content_sha256 VARCHAR NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  CONSTRAINT profiles_profile_uuid UNIQUE (profile_uuid),
  CONSTRAINT profiles_profile_identifier UNIQUE (team_id, identifier),
  CONSTRAINT profiles_profile_name UNIQUE (team_id, name)
);
CREATE SEQUENCE profiles_profile_seq;

CREATE TABLE profiles_host_profile (
  host_id BIGINT NOT NULL,
  identifier VARCHAR NOT NULL,
  contributor VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  payload_uuid VARCHAR NOT NULL,
  content_sha256 VARCHAR NOT NULL,
  operation VARCHAR NOT NULL,
  status VARCHAR NOT NULL,
  cmd_uuid VARCHAR,
  detail VARCHAR NOT NULL,
  retries INT NOT NULL,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (host_id, identifier)
);

-- Hosts to be reconciled.
CREATE TABLE profiles_dirty (
  host_id BIGINT PRIMARY KEY,
  due_at BIGINT NOT NULL,
  -- 0 = not leased
  leased_until BIGINT DEFAULT 0 NOT NULL,
  -- Set again since the lease: the mark outlives the reconciliation.
  marked_anew BOOLEAN DEFAULT TRUE NOT NULL
);
CREATE INDEX profiles_dirty_due ON profiles_dirty (due_at);
