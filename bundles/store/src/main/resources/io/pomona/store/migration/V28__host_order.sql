-- The version of macOS as text in the order of versions; of a Mac that is enrolled already it is filled with its next report.
ALTER TABLE enrollment_host ADD COLUMN os_order varchar(40) DEFAULT '' NOT NULL;
