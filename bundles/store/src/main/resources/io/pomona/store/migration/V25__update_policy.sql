-- The macOS that a team's Macs must have, and by when; 0 = no team.
CREATE TABLE updates_policy (
  team_id BIGINT PRIMARY KEY,
  -- There with the day or not at all.
  minimum_version VARCHAR,
  deadline_day VARCHAR,
  -- Null for the usual one.
  deadline_time VARCHAR,
  -- Null for that of the organization, which is the one of no team.
  time_zone VARCHAR
);

-- Nudge, of the whole organization: there is one row at most, with the number 1.
CREATE TABLE updates_nudge_package (
  id BIGINT PRIMARY KEY,
  name VARCHAR NOT NULL,
  file_id BIGINT NOT NULL,
  size_bytes BIGINT NOT NULL,
  sha256 VARCHAR NOT NULL,
  -- One after the other, with spaces between them.
  chunk_sha256s VARCHAR NOT NULL,
  created_at BIGINT NOT NULL
);

-- How far Nudge is on each Mac that was told to install it.
CREATE TABLE updates_nudge_install (
  host_id BIGINT PRIMARY KEY REFERENCES enrollment_host (id) ON DELETE CASCADE,
  -- Of the enrollment in which it was told.
  enrolled_at BIGINT NOT NULL,
  package_sha256 VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  file_id BIGINT NOT NULL,
  size_bytes BIGINT NOT NULL,
  status VARCHAR NOT NULL,
  detail VARCHAR NOT NULL,
  command_uuid VARCHAR NOT NULL,
  -- Only a digest of what must be shown to fetch it.
  token_sha256 VARCHAR NOT NULL,
  expires_at BIGINT NOT NULL,
  -- Which bytes the Mac was given: first and end of each piece, with spaces between them.
  fetched VARCHAR NOT NULL,
  attempts INT NOT NULL,
  -- When it is told again; null for never.
  again_at BIGINT,
  version BIGINT NOT NULL,
  CONSTRAINT updates_nudge_install_token UNIQUE (token_sha256)
);
CREATE INDEX updates_nudge_install_file ON updates_nudge_install (file_id);

-- Hosts of which it is to be seen whether they are to be told to install it. No foreign key: its
-- check would wait for who holds the host and waits for the mark.
CREATE TABLE updates_nudge_due (
  host_id BIGINT PRIMARY KEY,
  due_at BIGINT NOT NULL,
  -- 0 = not leased
  leased_until BIGINT DEFAULT 0 NOT NULL,
  -- Set again since the lease: the mark outlives the look.
  marked_anew BOOLEAN DEFAULT TRUE NOT NULL
);
CREATE INDEX updates_nudge_due_at ON updates_nudge_due (due_at);
-- Macs of a team by what they run.
CREATE INDEX enrollment_host_team_os ON enrollment_host (team_id, os_version, id);
