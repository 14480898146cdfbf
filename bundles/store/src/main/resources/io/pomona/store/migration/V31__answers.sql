-- When and by whom each answer about a Mac of the migration board was last changed; null while it is not known.
ALTER TABLE enrollment_migration ADD COLUMN old_mdm_at BIGINT;
ALTER TABLE enrollment_migration ADD COLUMN old_mdm_by VARCHAR;
ALTER TABLE enrollment_migration ADD COLUMN way_at BIGINT;
ALTER TABLE enrollment_migration ADD COLUMN way_by VARCHAR;
ALTER TABLE enrollment_migration ADD COLUMN user_admin_at BIGINT;
ALTER TABLE enrollment_migration ADD COLUMN user_admin_by VARCHAR;
ALTER TABLE enrollment_migration ADD COLUMN lock_off_at BIGINT;
ALTER TABLE enrollment_migration ADD COLUMN lock_off_by VARCHAR;

-- One row, which one transaction at a time has: the one that makes hosts.
CREATE TABLE enrollment_newcomers (
  id INT PRIMARY KEY,
  times BIGINT NOT NULL
);

-- Whether enrolled Macs get their page into the Dock: one row, once somebody has said.
CREATE TABLE enrollment_device_dock (
  id INT PRIMARY KEY,
  wanted BOOLEAN NOT NULL
);

-- The e-mail address of who logged in for a profile that lets in any Mac.
ALTER TABLE pki_challenge ADD COLUMN person VARCHAR;
ALTER TABLE pki_certificate ADD COLUMN person VARCHAR;
