-- The team that hosts have left; the rows are of both teams. Both are written with the row.
ALTER TABLE organization_activity ADD COLUMN previous_team_id BIGINT;
CREATE INDEX organization_activity_of_previous_team ON organization_activity (previous_team_id, id);
CREATE INDEX organization_activity_of_actor ON organization_activity (actor_id, id);
CREATE INDEX organization_activity_of_email ON organization_activity (actor_email, id);
CREATE INDEX organization_activity_of_time ON organization_activity (created_at, id);
