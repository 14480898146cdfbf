package io.pomona.store.commands;

import io.pomona.store.outbox.Outbox;
import io.pomona.store.sql.Sql;
import java.time.Instant;
import java.util.List;

/**
 * Ends waiting commands without an answer, in the transaction of the cause. The rows are locked
 * first: nobody can hand one out any more, and one that was just handed out is seen as such by the
 * statements that follow.
 */
public final class Endings {
  private Endings() {}

  /** Locks the rows that hold to a condition of ours, in the order in which they are handed out. */
  static Long[] lock(Sql sql, String condition, Object... values) {
    return sql.query(
            "SELECT q.id FROM commands_queue q WHERE " + condition + " ORDER BY q.id FOR UPDATE",
            row -> row.number("id"),
            values)
        .toArray(Long[]::new);
  }

  /** All that waits for a Mac and its users. */
  public static void cancelAll(Sql sql, String device, Instant now) {
    Long[] ids =
        lock(
            sql,
            "q.channel IN (SELECT e.channel FROM enrollment_channel e WHERE e.device = ?)",
            device);
    end(sql, ids, Ending.cancelled("Pomona", now).because("The Mac's enrollment has ended."));
  }

  /** One command for one channel, if it has not ended. */
  public static int end(Sql sql, String uuid, String channel, Ending ending) {
    return end(sql, lock(sql, "q.cmd_uuid = ? AND q.channel = ?", uuid, channel), ending);
  }

  static int end(Sql sql, Long[] ids, Ending ending) {
    if (ids.length == 0) {
      return 0;
    }
    if (ending.told()) {
      Outbox.commandsEnded(sql, ids, ending.at());
    }
    sql.update(
        "INSERT INTO commands_result (id, channel, cmd_uuid, host_id, state, detail, ended_at,"
            + " sent_at, ended_by, replaced_by)"
            + " SELECT q.id, q.channel, q.cmd_uuid, q.host_id, CAST(? AS VARCHAR), CAST(? AS VARCHAR),"
            + " CAST(? AS BIGINT), (SELECT u.sent_at FROM commands_under_way u"
            + " WHERE u.channel = q.channel AND u.cmd_uuid = q.cmd_uuid),"
            + " CAST(? AS VARCHAR), CAST(? AS VARCHAR) FROM commands_queue q WHERE q.id = ANY(?)",
        ending.state(),
        ending.detail(),
        ending.at(),
        ending.by(),
        ending.replacedBy(),
        ids);
    sql.update(
        "DELETE FROM commands_under_way u WHERE EXISTS (SELECT 1 FROM commands_queue q"
            + " WHERE q.id = ANY(?) AND q.channel = u.channel AND q.cmd_uuid = u.cmd_uuid)",
        (Object) ids);
    return sql.update("DELETE FROM commands_queue WHERE id = ANY(?)", (Object) ids);
  }

  /** Forgets what was ever queued for a host. */
  public static void erase(Sql sql, long host) {
    for (String text :
        List.of(
            "DELETE FROM commands_under_way WHERE channel IN"
                + " (SELECT channel FROM enrollment_channel WHERE host_id = ?)",
            "DELETE FROM commands_wake WHERE channel IN"
                + " (SELECT channel FROM enrollment_channel WHERE host_id = ?)",
            "DELETE FROM commands_push WHERE channel IN"
                + " (SELECT channel FROM enrollment_channel WHERE host_id = ?)",
            "DELETE FROM commands_not_now WHERE channel IN"
                + " (SELECT channel FROM enrollment_channel WHERE host_id = ?)",
            "DELETE FROM commands_queue WHERE host_id = ?",
            "DELETE FROM commands_result WHERE host_id = ?")) {
      sql.update(text, host);
    }
  }
}
