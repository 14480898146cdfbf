-- Macs that an admin made known before they enrolled.
CREATE TABLE enrollment_added_host (
  host_id BIGINT PRIMARY KEY REFERENCES enrollment_host (id) ON DELETE CASCADE,
  email VARCHAR NOT NULL,
  added_by VARCHAR NOT NULL,
  added_at BIGINT NOT NULL
);

-- Links to the pages of Macs, by a digest of what must be shown to open them.
CREATE TABLE enrollment_device_link (
  token_sha256 VARCHAR PRIMARY KEY,
  host_id BIGINT NOT NULL REFERENCES enrollment_host (id) ON DELETE CASCADE,
  origin VARCHAR NOT NULL,
  made_by VARCHAR NOT NULL,
  made_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE INDEX enrollment_device_link_host ON enrollment_device_link (host_id, origin);

-- A profile that brings a link is sent anew when this has changed.
CREATE TABLE enrollment_device_link_revocation (
  host_id BIGINT PRIMARY KEY REFERENCES enrollment_host (id) ON DELETE CASCADE,
  times BIGINT NOT NULL
);
