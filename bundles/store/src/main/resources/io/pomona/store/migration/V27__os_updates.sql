-- Updates that a Mac could install and the one that it was told to; answers are kept as they came.
CREATE TABLE updates_os_update (
  host_id BIGINT PRIMARY KEY REFERENCES enrollment_host (id) ON DELETE CASCADE,
  available ${bytes},
  available_at BIGINT,
  -- Null where nothing was ordered.
  command_uuid VARCHAR,
  product_key VARCHAR,
  version VARCHAR,
  install_action VARCHAR,
  max_user_deferrals INT,
  priority VARCHAR,
  ordered_by VARCHAR,
  ordered_at BIGINT,
  results ${bytes},
  results_at BIGINT,
  failure VARCHAR DEFAULT '' NOT NULL,
  progress ${bytes},
  progress_at BIGINT,
  -- When progress is asked for again; null for never.
  ask_at BIGINT
);
CREATE INDEX updates_os_update_ask ON updates_os_update (ask_at);
