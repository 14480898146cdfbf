-- The version of macOS as text in the order of versions; of a Mac that is enrolled already it is filled with its next report.
ALTER TABLE enrollment_host ADD COLUMN os_order varchar(40) DEFAULT '' NOT NULL;
-- By what people know a Mac, upper and lower case alike.
ALTER TABLE enrollment_host ADD COLUMN name_order VARCHAR
  GENERATED ALWAYS AS (LOWER(CASE WHEN name = '' THEN serial_number ELSE name END))${stored};

-- A page of the list in any order is read from one of these, at any depth; with the id, since many hosts are alike.
CREATE INDEX enrollment_host_by_name ON enrollment_host (name_order, id);
CREATE INDEX enrollment_host_by_serial ON enrollment_host (serial_number, id);
CREATE INDEX enrollment_host_by_model ON enrollment_host (model_name, id);
CREATE INDEX enrollment_host_by_os ON enrollment_host (os_order, id);
CREATE INDEX enrollment_host_by_mdm ON enrollment_host (mdm, id);
CREATE INDEX enrollment_host_by_created ON enrollment_host (created_at, id);
CREATE INDEX enrollment_seen_by_time ON enrollment_seen (seen_at, channel);
DROP INDEX enrollment_host_serial;
