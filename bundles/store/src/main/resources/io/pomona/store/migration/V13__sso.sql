ALTER TABLE organization_user ADD COLUMN sso_enabled BOOLEAN DEFAULT FALSE NOT NULL;

-- Who an account is to the provider of identities, since the first login.
CREATE TABLE organization_sso_subject (
  user_id BIGINT PRIMARY KEY REFERENCES organization_user (id) ON DELETE CASCADE,
  issuer VARCHAR NOT NULL,
  subject VARCHAR NOT NULL,
  created_at BIGINT NOT NULL,
  CONSTRAINT organization_sso_subject_of_issuer UNIQUE (issuer, subject)
);

-- Steps of logins that wait for the next one. Only digests of what must be shown to go on.
CREATE TABLE organization_sso_ticket (
  ticket_sha256 VARCHAR PRIMARY KEY,
  holder_sha256 VARCHAR NOT NULL,
  user_id BIGINT REFERENCES organization_user (id) ON DELETE CASCADE,
  target VARCHAR NOT NULL,
  verifier_sha256 VARCHAR NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX organization_sso_ticket_user ON organization_sso_ticket (user_id);
CREATE INDEX organization_sso_ticket_expiry ON organization_sso_ticket (expires_at);
