-- What a team wants of Macs that enroll automatically; 0 = no team.
CREATE TABLE abm_setup_settings (
  team_id BIGINT PRIMARY KEY,
  end_user_authentication BOOLEAN DEFAULT FALSE NOT NULL,
  release_manually BOOLEAN DEFAULT FALSE NOT NULL,
  -- Where the file that was applied last has the package.
  bootstrap_location VARCHAR DEFAULT '' NOT NULL
);

-- Files in parts of one megabyte, so that none is held in memory.
CREATE TABLE abm_large_file (
  id BIGINT PRIMARY KEY,
  begun_at BIGINT NOT NULL
);
CREATE SEQUENCE abm_large_file_seq;
CREATE INDEX abm_large_file_begun ON abm_large_file (begun_at);

CREATE TABLE abm_large_file_part (
  file_id BIGINT NOT NULL REFERENCES abm_large_file (id) ON DELETE CASCADE,
  place INT NOT NULL,
  content ${bytes} NOT NULL,
  PRIMARY KEY (file_id, place)
);

CREATE TABLE abm_bootstrap_package (
  -- 0 = no team
  team_id BIGINT PRIMARY KEY,
  name VARCHAR NOT NULL,
  file_id BIGINT NOT NULL,
  size_bytes BIGINT NOT NULL,
  sha256 VARCHAR NOT NULL,
  -- One after the other, with spaces between them.
  chunk_sha256s VARCHAR NOT NULL,
  token VARCHAR NOT NULL,
  token_sha256 VARCHAR NOT NULL,
  created_at BIGINT NOT NULL,
  CONSTRAINT abm_bootstrap_package_token UNIQUE (token_sha256)
);

-- Of the whole organization: there is one row at most, with the number 1.
CREATE TABLE abm_agreement (
  id BIGINT PRIMARY KEY,
  name VARCHAR NOT NULL,
  content ${bytes} NOT NULL,
  token VARCHAR NOT NULL,
  created_at BIGINT NOT NULL
);

-- How far the set-up of each Mac is after its last automatic enrollment.
CREATE TABLE abm_setup (
  host_id BIGINT PRIMARY KEY REFERENCES enrollment_host (id) ON DELETE CASCADE,
  device VARCHAR NOT NULL,
  enrolled_at BIGINT NOT NULL,
  stage VARCHAR NOT NULL,
  account_status VARCHAR NOT NULL,
  account_uuid VARCHAR,
  account_detail VARCHAR NOT NULL,
  bootstrap_status VARCHAR NOT NULL,
  bootstrap_uuid VARCHAR,
  bootstrap_detail VARCHAR NOT NULL,
  -- Null where nothing is to be fetched.
  download_name VARCHAR,
  download_file BIGINT,
  download_size BIGINT,
  download_sha256 VARCHAR,
  -- Which bytes the Mac was given: first and end of each piece, with spaces between them.
  download_fetched VARCHAR DEFAULT '' NOT NULL,
  deadline_at BIGINT NOT NULL,
  release_uuid VARCHAR,
  release_attempts INT NOT NULL,
  release_again_at BIGINT,
  missing VARCHAR NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT abm_setup_download UNIQUE (download_sha256)
);
CREATE INDEX abm_setup_open ON abm_setup (stage, host_id);
CREATE INDEX abm_setup_file ON abm_setup (download_file);
-- Who says that it waits is looked for, whatever news came of it.
CREATE INDEX enrollment_channel_awaiting ON enrollment_channel (awaiting_configuration, host_id);
