-- Teams whose Macs are to encrypt their disks; 0 = no team.
CREATE TABLE escrow_disk_encryption (
  team_id BIGINT PRIMARY KEY
);

-- What Macs encrypt their recovery keys for. Never deleted.
CREATE TABLE escrow_certificate (
  id BIGINT PRIMARY KEY,
  certificate ${bytes} NOT NULL,
  sealed_key ${bytes} NOT NULL,
  -- Whose place it took, 0 = none: of several that want to, one does.
  follows BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  retired_at BIGINT,
  CONSTRAINT escrow_certificate_follows UNIQUE (follows)
);
CREATE SEQUENCE escrow_certificate_seq;

-- What Macs say of the encryption of their disks, in the enrollment of this time; in another one
-- it is as if there were no row.
CREATE TABLE escrow_host (
  host_id BIGINT PRIMARY KEY REFERENCES enrollment_host (id) ON DELETE CASCADE,
  enrolled_at BIGINT NOT NULL,
  reported_at BIGINT,
  encrypted BOOLEAN,
  personal_key BOOLEAN DEFAULT FALSE NOT NULL,
  -- Whether the Mac had the profile when it said so.
  with_profile BOOLEAN DEFAULT FALSE NOT NULL,
  key_state VARCHAR DEFAULT 'NONE' NOT NULL,
  reason VARCHAR DEFAULT '' NOT NULL,
  envelope_sha256 VARCHAR,
  -- When it is asked next, null for never: the first look is at once.
  ask_at BIGINT DEFAULT 0,
  -- Before that, not again.
  ask_soonest BIGINT DEFAULT 0 NOT NULL,
  -- How long it has been as far as it is: the longer, the more seldom it is asked.
  ask_since BIGINT NOT NULL,
  -- Whether it is to encrypt in Setup Assistant.
  in_setup BOOLEAN DEFAULT FALSE NOT NULL
);
CREATE INDEX escrow_host_ask ON escrow_host (ask_at);

ALTER TABLE enrollment_inventory ADD COLUMN security_info_at BIGINT;

-- All Macs with one profile, without going over those of others.
CREATE INDEX profiles_host_profile_identifier ON profiles_host_profile (identifier, host_id);
