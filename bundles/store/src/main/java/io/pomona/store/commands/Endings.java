package io.pomona.store.commands;

import io.pomona.api.commands.CommandState;
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
    end(sql, ids, CommandState.CANCELLED, true, now);
  }

  /** One command for one channel, if it has not ended. */
  public static void cancel(Sql sql, String uuid, String channel, boolean told, Instant now) {
    Long[] ids = lock(sql, "q.cmd_uuid = ? AND q.channel = ?", uuid, channel);
    end(sql, ids, CommandState.CANCELLED, told, now);
  }

  /** One command that cannot even be sent to a channel. */
  static int giveUp(Sql sql, String uuid, String channel, String detail, Instant now) {
    Long[] ids = lock(sql, "q.cmd_uuid = ? AND q.channel = ?", uuid, channel);
    return end(sql, ids, CommandState.ERROR, detail, true, now);
  }

  static int end(Sql sql, Long[] ids, CommandState state, boolean told, Instant now) {
    return end(sql, ids, state, "", told, now);
  }

  private static int end(
      Sql sql, Long[] ids, CommandState state, String detail, boolean told, Instant now) {
    if (ids.length == 0) {
      return 0;
    }
    if (told) {
      Outbox.commandsEnded(sql, ids, now);
    }
    sql.update(
        "INSERT INTO commands_result (id, channel, cmd_uuid, host_id, state, detail, ended_at)"
            + " SELECT q.id, q.channel, q.cmd_uuid, q.host_id, CAST(? AS VARCHAR), CAST(? AS VARCHAR),"
            + " CAST(? AS BIGINT) FROM commands_queue q WHERE q.id = ANY(?)",
        state,
        detail,
        now,
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
            "DELETE FROM commands_queue WHERE host_id = ?",
            "DELETE FROM commands_result WHERE host_id = ?")) {
      sql.update(text, host);
    }
  }
}
