-- How Macs of a team go through Setup Assistant; 0 = no team.
CREATE TABLE abm_setup_assistant (
  team_id BIGINT PRIMARY KEY,
  name VARCHAR NOT NULL,
  profile VARCHAR NOT NULL,
  uploaded_at BIGINT NOT NULL
);

-- Where the file that was applied last has it.
CREATE TABLE abm_setup_path (
  team_id BIGINT PRIMARY KEY,
  path VARCHAR NOT NULL
);

-- Which profile the Macs of a team should have, by a hash of all that Apple is told; 0 = no team.
CREATE TABLE abm_wanted (
  team_id BIGINT PRIMARY KEY,
  content_sha256 VARCHAR NOT NULL
);

-- Profiles as Apple knows them.
CREATE TABLE abm_definition (
  token_id BIGINT NOT NULL REFERENCES abm_token (id) ON DELETE CASCADE,
  content_sha256 VARCHAR NOT NULL,
  -- Empty = Apple does not know it.
  profile_uuid VARCHAR NOT NULL,
  -- Why Apple does not take it.
  refusal VARCHAR NOT NULL,
  -- Its Macs are waited with until then.
  again_at BIGINT NOT NULL,
  PRIMARY KEY (token_id, content_sha256)
);

-- How it went with each Mac when it was last tried. Outlives the Mac's row of ABM, so that one that
-- comes back is not tried too often.
CREATE TABLE abm_assignment (
  serial_number VARCHAR PRIMARY KEY,
  profile_uuid VARCHAR NOT NULL,
  result VARCHAR NOT NULL,
  detail VARCHAR NOT NULL,
  -- That went wrong since one went well.
  attempts INT NOT NULL,
  -- 0 = never
  tried_at BIGINT NOT NULL,
  again_at BIGINT NOT NULL,
  -- Wanted by a person, whatever Apple holds.
  asked BOOLEAN NOT NULL
);

-- Which node assigns for a token.
CREATE TABLE abm_assigning (
  token_id BIGINT PRIMARY KEY REFERENCES abm_token (id) ON DELETE CASCADE,
  holder VARCHAR NOT NULL,
  leased_until BIGINT NOT NULL,
  -- The token is left alone until then.
  again_at BIGINT NOT NULL
);
