package io.pomona.store.outbox;

import io.pomona.api.outbox.OutboxTopic;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.sql.Sql;
import java.time.Instant;

/** Writes news in the transaction of its cause. */
public final class Outbox {
  private Outbox() {}

  public static void write(Sql sql, OutboxTopic topic, ChannelId channel, Instant now) {
    sql.update(
        "INSERT INTO outbox_item (topic, channel, due_at) VALUES (?, ?, ?)",
        topic,
        channel.value(),
        now);
  }

  /** Tells the owners of these rows of the command queue, which must still be there. */
  public static void commandsEnded(Sql sql, Long[] queueIds, Instant now) {
    sql.update(
        "INSERT INTO outbox_item (topic, channel, cmd_uuid, due_at)"
            + " SELECT CAST(? AS VARCHAR), q.channel, q.cmd_uuid, CAST(? AS BIGINT)"
            + " FROM commands_queue q WHERE q.id = ANY(?) AND q.is_owned ORDER BY q.id",
        OutboxTopic.COMMAND_ENDED,
        now,
        queueIds);
  }
}
