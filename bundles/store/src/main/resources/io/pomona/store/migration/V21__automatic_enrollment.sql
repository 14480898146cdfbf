-- Whether ABM has sent the Mac to its present enrollment.
ALTER TABLE enrollment_channel ADD COLUMN automatic BOOLEAN DEFAULT FALSE NOT NULL;

-- When a Mac was last given the profile that enrolls it automatically.
CREATE TABLE abm_arrival (
  serial_number VARCHAR PRIMARY KEY,
  requested_at BIGINT NOT NULL
);

-- Macs that an admin lets in once although a check refuses them, and which has come.
CREATE TABLE abm_admission (
  serial_number VARCHAR PRIMARY KEY,
  admitted_by VARCHAR NOT NULL,
  expires_at BIGINT NOT NULL,
  udid VARCHAR
);

-- How far Macs are in the web view of Setup Assistant. Only a digest of what must be shown to go on.
CREATE TABLE abm_setup_ticket (
  ticket_sha256 VARCHAR PRIMARY KEY,
  serial_number VARCHAR NOT NULL,
  udid VARCHAR NOT NULL,
  admitted BOOLEAN NOT NULL,
  agreed BOOLEAN NOT NULL,
  state_sha256 VARCHAR,
  full_name VARCHAR,
  user_name VARCHAR,
  email VARCHAR,
  logged_in_at BIGINT,
  done BOOLEAN NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX abm_setup_ticket_expiry ON abm_setup_ticket (expires_at);

-- Who logged in when a Mac was set up.
CREATE TABLE abm_end_user (
  host_id BIGINT PRIMARY KEY REFERENCES enrollment_host (id) ON DELETE CASCADE,
  full_name VARCHAR NOT NULL,
  user_name VARCHAR NOT NULL,
  email VARCHAR NOT NULL,
  logged_in_at BIGINT NOT NULL
);

-- The macOS that a team's Macs must have to enroll automatically; 0 = no team.
CREATE TABLE abm_minimum_version (
  team_id BIGINT PRIMARY KEY,
  macos_version VARCHAR NOT NULL
);
