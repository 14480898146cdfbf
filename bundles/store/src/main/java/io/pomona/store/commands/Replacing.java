package io.pomona.store.commands;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.NewCommand;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.sql.Sql;
import java.time.Instant;
import java.util.Optional;

/** A newer command takes the place of what waits under the same topic of the same owner. */
final class Replacing {
  private Replacing() {}

  /** What the Mac has fetched already goes on: its answer may be on the way. */
  static void what(Sql sql, CommandOrder order, Instant now) {
    NewCommand newer = order.command();
    if (newer.topic().isEmpty()) {
      return;
    }
    Long[] alike =
        Endings.lock(
            sql,
            "q.channel = ANY(?) AND q.priority <= ? AND EXISTS (SELECT 1 FROM commands_command c"
                + " WHERE c.cmd_uuid = q.cmd_uuid AND c.topic = ? AND c.owner = ?)",
            order.channels().stream().map(ChannelId::value).toArray(String[]::new),
            newer.priority(),
            newer.topic(),
            newer.owner());
    Optional<String> by = Optional.of(newer.uuid().value());
    Endings.end(sql, waiting(sql, alike), Ending.superseded(newer.requestedBy(), by, now));
  }

  /** Looked at only now that nobody can hand one out any more. */
  private static Long[] waiting(Sql sql, Long[] ids) {
    return sql.query(
            "SELECT q.id FROM commands_queue q WHERE q.id = ANY(?) AND NOT EXISTS (SELECT 1"
                + " FROM commands_under_way u WHERE u.channel = q.channel"
                + " AND u.cmd_uuid = q.cmd_uuid) ORDER BY q.id",
            row -> row.number("id"),
            (Object) ids)
        .toArray(Long[]::new);
  }
}
