-- CONSOLE or FILE: what brought it.
ALTER TABLE profiles_profile ADD COLUMN origin VARCHAR DEFAULT 'CONSOLE' NOT NULL;

-- Whoever replaces the profiles of a team holds its row: two at once would leave the profiles of both.
CREATE TABLE profiles_turn (
  team_id BIGINT PRIMARY KEY,
  taken_at BIGINT NOT NULL
);

-- Where the file that was applied last has the profiles of a team; 0 = no team.
CREATE TABLE profiles_applied (
  team_id BIGINT NOT NULL,
  place INT NOT NULL,
  path VARCHAR NOT NULL,
  PRIMARY KEY (team_id, place)
);
