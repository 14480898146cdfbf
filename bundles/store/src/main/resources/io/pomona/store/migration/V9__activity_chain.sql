-- Activities are written without what is added here, and get it when they are chained.
ALTER TABLE organization_activity ADD COLUMN chain_position BIGINT;
ALTER TABLE organization_activity ADD COLUMN chain_previous VARCHAR;
ALTER TABLE organization_activity ADD COLUMN chain_hash VARCHAR;
ALTER TABLE organization_activity ADD COLUMN team_id BIGINT;
CREATE INDEX organization_activity_chained ON organization_activity (chain_position, id);
CREATE INDEX organization_activity_of_kind ON organization_activity (kind, id);
CREATE INDEX organization_activity_of_team ON organization_activity (team_id, id);

CREATE TABLE organization_activity_host (
  host_id BIGINT NOT NULL,
  activity_id BIGINT NOT NULL,
  PRIMARY KEY (host_id, activity_id)
);

-- One row at most: its id is always 1. Whoever chains holds it.
CREATE TABLE organization_activity_head (
  id BIGINT PRIMARY KEY,
  head_position BIGINT NOT NULL,
  head_hash VARCHAR NOT NULL,
  sealed_key ${bytes} NOT NULL
);
