-- A token that was taken back leaves its row behind, which remembers what was replaced.
ALTER TABLE enrollment_bootstrap_token ALTER COLUMN sealed DROP NOT NULL;
ALTER TABLE enrollment_bootstrap_token ADD COLUMN marks ${bytes};
