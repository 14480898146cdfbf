CREATE TABLE enrollment_host (
  id BIGINT PRIMARY KEY,
  udid VARCHAR,
  serial_number VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  model VARCHAR NOT NULL,
  model_name VARCHAR NOT NULL,
  os_version VARCHAR NOT NULL,
  build_version VARCHAR NOT NULL,
  -- Name, serial number and UDID in lower case, for searching.
  search_text VARCHAR NOT NULL,
  -- 0 = no team
  team_id BIGINT DEFAULT 0 NOT NULL,
  mdm VARCHAR NOT NULL,
  created_at BIGINT NOT NULL,
  enrolled_at BIGINT,
  -- 0 = never
  details_at BIGINT DEFAULT 0 NOT NULL,
  refetch_requested BOOLEAN DEFAULT FALSE NOT NULL,
  CONSTRAINT enrollment_host_udid UNIQUE (udid)
);
CREATE SEQUENCE enrollment_host_seq;
CREATE INDEX enrollment_host_serial ON enrollment_host (serial_number);
CREATE INDEX enrollment_host_name ON enrollment_host (name);
CREATE INDEX enrollment_host_mdm ON enrollment_host (mdm, details_at);

CREATE TABLE enrollment_inventory (
  host_id BIGINT PRIMARY KEY REFERENCES enrollment_host (id) ON DELETE CASCADE,
  device_information ${bytes},
  security_info ${bytes}
);

CREATE TABLE enrollment_channel (
  channel VARCHAR PRIMARY KEY,
  device VARCHAR NOT NULL,
  is_user BOOLEAN NOT NULL,
  host_id BIGINT NOT NULL,
  topic VARCHAR NOT NULL,
  push_token ${bytes},
  push_magic VARCHAR,
  token_at BIGINT,
  -- Whether Apple still knows the token.
  token_usable BOOLEAN DEFAULT FALSE NOT NULL,
  -- Between an accepted Authenticate and the end of the enrollment.
  begun BOOLEAN DEFAULT TRUE NOT NULL,
  -- After the first TokenUpdate of the enrollment.
  tokened BOOLEAN DEFAULT FALSE NOT NULL,
  enabled BOOLEAN DEFAULT FALSE NOT NULL,
  awaiting_configuration BOOLEAN DEFAULT FALSE NOT NULL,
  user_name VARCHAR
);
CREATE INDEX enrollment_channel_device ON enrollment_channel (device);
CREATE INDEX enrollment_channel_host ON enrollment_channel (host_id);
CREATE INDEX enrollment_channel_topic ON enrollment_channel (topic);

-- Apart from the channel, because it is written all the time.
CREATE TABLE enrollment_seen (
  channel VARCHAR PRIMARY KEY,
  seen_at BIGINT NOT NULL
);

CREATE TABLE enrollment_certificate (
  sha256 VARCHAR PRIMARY KEY,
  device VARCHAR NOT NULL,
  is_current BOOLEAN NOT NULL,
  -- Kept when it has ended: it can never begin an enrollment again.
  is_ended BOOLEAN DEFAULT FALSE NOT NULL
);
CREATE INDEX enrollment_certificate_device ON enrollment_certificate (device);

CREATE TABLE enrollment_bootstrap_token (
  device VARCHAR PRIMARY KEY,
  sealed ${bytes} NOT NULL,
  updated_at BIGINT NOT NULL
);

CREATE TABLE enrollment_renewal (
  device VARCHAR PRIMARY KEY,
  cmd_uuid VARCHAR NOT NULL,
  attempts INT NOT NULL,
  -- No further attempt before this.
  again_at BIGINT NOT NULL
);
