package io.pomona.store.commands;

import io.pomona.api.commands.CommandQueueStore.Cancelled;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.organization.Activities;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A person takes a command back. */
final class Cancellation {
  private record Open(long id, ChannelId channel, boolean underWay) {
    static Open of(Row row) throws SQLException {
      return new Open(
          row.number("id"), ChannelId.parse(row.text("channel")), row.flag("under_way"));
    }
  }

  private Cancellation() {}

  static Cancelled of(
      Sql sql, CommandUuid uuid, Map<ChannelId, ActivityDraft> channels, Instant now) {
    List<Open> open = open(sql, uuid, channels);
    Map<String, List<Open>> byWhom =
        open.stream().collect(Collectors.groupingBy(row -> who(channels.get(row.channel()))));
    byWhom.forEach((who, rows) -> Endings.end(sql, ids(rows), Ending.cancelled(who, now)));
    Activities.write(sql, open.stream().map(row -> channels.get(row.channel())).toList(), now);
    int underWay = (int) open.stream().filter(Open::underWay).count();
    return new Cancelled(open.size() - underWay, underWay);
  }

  private static List<Open> open(
      Sql sql, CommandUuid uuid, Map<ChannelId, ActivityDraft> channels) {
    Long[] ids =
        Endings.lock(
            sql,
            "q.cmd_uuid = ? AND q.channel = ANY(?)",
            uuid.value(),
            channels.keySet().stream().map(ChannelId::value).toArray(String[]::new));
    return sql.query(
        "SELECT q.id, q.channel, EXISTS (SELECT 1 FROM commands_under_way u"
            + " WHERE u.channel = q.channel AND u.cmd_uuid = q.cmd_uuid) AS under_way"
            + " FROM commands_queue q WHERE q.id = ANY(?) ORDER BY q.id",
        Open::of,
        (Object) ids);
  }

  private static String who(ActivityDraft activity) {
    return activity.actor().name();
  }

  private static Long[] ids(List<Open> rows) {
    return rows.stream().map(Open::id).toArray(Long[]::new);
  }
}
