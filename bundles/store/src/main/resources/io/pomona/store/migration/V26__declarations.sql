CREATE TABLE updates_declaration (
  id BIGINT PRIMARY KEY,
  -- 0 = no team
  team_id BIGINT NOT NULL,
  identifier VARCHAR NOT NULL,
  declaration_type VARCHAR NOT NULL,
  payload ${bytes} NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  -- From the sequence, anew with each change: equal revisions are equal contents.
  revision BIGINT NOT NULL,
  CONSTRAINT updates_declaration_identifier UNIQUE (team_id, identifier)
);
CREATE SEQUENCE updates_declaration_seq;
CREATE INDEX updates_declaration_revision ON updates_declaration (team_id, revision);

-- Null where the Mac has not said so since.
ALTER TABLE enrollment_inventory ADD COLUMN supervised BOOLEAN;

-- What a channel was told of its declarations and what it reported.
CREATE TABLE updates_channel (
  channel VARCHAR PRIMARY KEY,
  host_id BIGINT NOT NULL,
  told_token VARCHAR,
  -- 0 = never
  told_at BIGINT DEFAULT 0 NOT NULL,
  fetched_token VARCHAR,
  -- 0 = never
  fetched_at BIGINT DEFAULT 0 NOT NULL,
  status ${bytes},
  install_state VARCHAR,
  pending_version VARCHAR,
  failure_reason VARCHAR,
  enforcement VARCHAR,
  reported_at BIGINT
);
CREATE INDEX updates_channel_host ON updates_channel (host_id);

-- Hosts of which it is to be seen whether there is something to tell.
CREATE TABLE updates_due (
  host_id BIGINT PRIMARY KEY,
  due_at BIGINT NOT NULL,
  -- 0 = not leased
  leased_until BIGINT DEFAULT 0 NOT NULL,
  -- Set again since the lease: the mark outlives the look.
  marked_anew BOOLEAN DEFAULT TRUE NOT NULL
);
CREATE INDEX updates_due_at ON updates_due (due_at);
