-- What a team wants of Macs that enroll automatically; 0 = no team.
CREATE TABLE abm_setup_settings (
  team_id BIGINT PRIMARY KEY,
  end_user_authentication BOOLEAN NOT NULL,
  release_manually BOOLEAN NOT NULL
);
