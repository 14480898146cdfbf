-- Macs that come from another MDM, with what people say of them.
CREATE TABLE enrollment_migration (
  host_id BIGINT PRIMARY KEY REFERENCES enrollment_host (id) ON DELETE CASCADE,
  old_mdm VARCHAR DEFAULT '' NOT NULL,
  way VARCHAR DEFAULT 'UNKNOWN' NOT NULL,
  left_at BIGINT,
  left_by VARCHAR,
  told_at BIGINT,
  told_by VARCHAR,
  user_admin VARCHAR DEFAULT 'UNKNOWN' NOT NULL,
  lock_off VARCHAR DEFAULT 'UNKNOWN' NOT NULL,
  added_at BIGINT NOT NULL,
  -- Null on the board.
  archived_at BIGINT
);

-- Null where the Mac has not said so since.
ALTER TABLE enrollment_inventory ADD COLUMN activation_locked BOOLEAN;
