CREATE TABLE organization_team (
  id BIGINT PRIMARY KEY,
  name VARCHAR NOT NULL,
  -- The name in lower case, for searching and so that it is used once.
  name_key VARCHAR NOT NULL,
  description VARCHAR NOT NULL,
  created_at BIGINT NOT NULL,
  CONSTRAINT organization_team_name UNIQUE (name_key)
);
CREATE SEQUENCE organization_team_seq;

-- Only of people who have no role everywhere.
CREATE TABLE organization_team_role (
  user_id BIGINT NOT NULL REFERENCES organization_user (id) ON DELETE CASCADE,
  team_id BIGINT NOT NULL REFERENCES organization_team (id) ON DELETE CASCADE,
  team_role VARCHAR NOT NULL,
  PRIMARY KEY (user_id, team_id)
);
CREATE INDEX organization_team_role_team ON organization_team_role (team_id);

CREATE INDEX enrollment_host_team ON enrollment_host (team_id, id);
