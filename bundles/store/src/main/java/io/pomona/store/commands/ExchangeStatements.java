package io.pomona.store.commands;

/** The statements of the exchange on PostgreSQL. */
final class ExchangeStatements {
  /** Until the end of the transaction nobody else exchanges with these channels. */
  static final String LOCK = "SELECT pg_advisory_xact_lock(k) FROM unnest(?) AS l(k)";

  /**
   * Ends or puts off what is reported, then picks what to hand out. The counts make the parts
   * before run before the choice. The count of pushes begins anew with an answer and with a poll,
   * but not with one for what was put off: that Mac may do so for days. A row that is chosen is
   * locked, so that nobody cancels it meanwhile. When the Mac fetched what it now ends or puts off
   * is kept with the row that is written anyway; a NotNow is the only report that writes one more.
   */
  static final String EXCHANGE =
      """
      WITH r AS MATERIALIZED (
        SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?)
          AS r(channel, cmd_uuid, kind, state, detail, answer, at)
      ), ended AS (
        DELETE FROM commands_queue q USING r
          LEFT JOIN commands_under_way u ON u.channel = r.channel AND u.cmd_uuid = r.cmd_uuid
        WHERE r.kind = 2 AND q.cmd_uuid = r.cmd_uuid AND q.channel = r.channel
        RETURNING q.id, q.channel, q.cmd_uuid, q.host_id, q.is_owned,
          r.state, r.detail, r.answer, r.at, u.sent_at
      ), put_off AS (
        UPDATE commands_queue q SET put_off = TRUE, updated_at = r.at FROM r
          LEFT JOIN commands_under_way u ON u.channel = r.channel AND u.cmd_uuid = r.cmd_uuid
        WHERE r.kind = 1 AND q.cmd_uuid = r.cmd_uuid AND q.channel = r.channel
        RETURNING q.id, q.channel, q.cmd_uuid, u.sent_at, r.at
      ), noted AS (
        INSERT INTO commands_not_now (channel, cmd_uuid, sent_at, said_at)
        SELECT channel, cmd_uuid, sent_at, at FROM put_off WHERE sent_at IS NOT NULL
      ), freed AS (
        DELETE FROM commands_under_way u USING r
        WHERE r.kind > 0 AND u.channel = r.channel AND u.cmd_uuid = r.cmd_uuid
        RETURNING u.channel
      ), kept AS (
        INSERT INTO commands_result
          (id, channel, cmd_uuid, host_id, state, detail, answer, ended_at, sent_at)
        SELECT id, channel, cmd_uuid, host_id, state, detail, answer, at, sent_at FROM ended
      ), told AS (
        INSERT INTO outbox_item (topic, channel, cmd_uuid, due_at)
        SELECT 'COMMAND_ENDED', channel, cmd_uuid, at FROM ended WHERE is_owned
      ), chosen AS MATERIALIZED (
        SELECT r.channel, r.at, n.cmd_uuid, n.under_way, n.put_off FROM r CROSS JOIN LATERAL (
          SELECT * FROM (
            SELECT q.cmd_uuid, TRUE AS under_way, q.put_off FROM commands_under_way u
              JOIN commands_queue q ON q.cmd_uuid = u.cmd_uuid AND q.channel = u.channel
            WHERE u.channel = r.channel AND (r.kind = 0 OR u.cmd_uuid <> r.cmd_uuid)
          ) sent
          UNION ALL
          SELECT * FROM (
            SELECT q.cmd_uuid, FALSE, q.put_off FROM commands_queue q
            WHERE q.channel = r.channel
              AND (r.kind = 0 OR NOT q.put_off AND q.cmd_uuid <> r.cmd_uuid)
            ORDER BY q.priority DESC, q.id LIMIT 1 FOR UPDATE
          ) waiting
          LIMIT 1
        ) n
        WHERE (SELECT count(*) FROM ended) + (SELECT count(*) FROM put_off)
          + (SELECT count(*) FROM freed) >= 0
      ), heard AS (
        UPDATE commands_wake w SET attempts = 0 FROM r
        WHERE w.channel = r.channel AND w.attempts > 0 AND (r.kind = 2 OR r.kind = 0
          AND NOT EXISTS (SELECT 1 FROM chosen c WHERE c.channel = r.channel AND c.put_off))
      ), sent AS (
        INSERT INTO commands_under_way AS t (channel, cmd_uuid, sent_at)
        SELECT channel, cmd_uuid, at FROM chosen WHERE NOT under_way
        ON CONFLICT (channel) DO UPDATE
          SET cmd_uuid = EXCLUDED.cmd_uuid, sent_at = EXCLUDED.sent_at
          WHERE NOT EXISTS (SELECT 1 FROM commands_queue q
            WHERE q.channel = t.channel AND q.cmd_uuid = t.cmd_uuid)
        RETURNING channel, cmd_uuid
      )
      SELECT channel, cmd_uuid, CASE WHEN under_way THEN 1 ELSE 0 END FROM chosen
      UNION ALL SELECT channel, cmd_uuid, 1 FROM sent
      UNION ALL SELECT r.channel, NULL, 2 FROM r
        WHERE r.kind > 0 AND EXISTS (SELECT 1 FROM commands_queue q WHERE q.channel = r.channel
          AND q.cmd_uuid <> CASE WHEN r.kind = 2 THEN r.cmd_uuid ELSE '' END)
      """;

  /** Kinds of rows in the answer: chosen and not handed out yet; handed out; others remain. */
  static final int CHOSEN = 0;

  static final int GIVEN = 1;
  static final int REMAIN = 2;

  static final String WAKE = "UPDATE commands_wake SET due_at = ? WHERE channel = ANY(?)";

  static final String BODIES =
      "SELECT cmd_uuid, body FROM commands_command WHERE cmd_uuid = ANY(?)";

  private ExchangeStatements() {}
}
