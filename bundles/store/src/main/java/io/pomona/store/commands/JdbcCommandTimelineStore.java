package io.pomona.store.commands;

import io.pomona.api.PageRequest;
import io.pomona.api.apns.PushVerdict;
import io.pomona.api.commands.ChannelStanding;
import io.pomona.api.commands.CommandTimelineStore;
import io.pomona.api.commands.CommandTrail;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.PushRecord;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.Persistence;
import io.pomona.store.sql.Micros;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: what is read here comes from the queue, the results and what pushes left behind. */
@Component
public final class JdbcCommandTimelineStore implements CommandTimelineStore {
  private static final String STANDING =
      "SELECT e.enabled, e.token_usable AND e.push_token IS NOT NULL AS usable,"
          + " (SELECT COUNT(*) FROM commands_queue q WHERE q.channel = e.channel) AS waiting,"
          + " (SELECT w.due_at FROM commands_wake w WHERE w.channel = e.channel) AS due_at"
          + " FROM enrollment_channel e WHERE e.channel = ?";

  private final Transactions transactions;

  @Activate
  public JdbcCommandTimelineStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  private List<CommandTrail> trails(Function<Sql, List<CommandTrail>> read) {
    return transactions.read(sql -> NotNows.added(sql, read.apply(sql)));
  }

  @Override
  public List<CommandTrail> ofHost(HostId host, PageRequest page) {
    return trails(
        sql ->
            CommandPart.newest(page)
                .of(Optional.of(host))
                .newestFirst(sql, page, CommandRows::trail));
  }

  @Override
  public List<CommandTrail> ofCommand(
      CommandUuid uuid,
      Optional<HostId> host,
      TeamScope scope,
      Optional<ChannelId> after,
      int limit) {
    return trails(
        sql ->
            CommandPart.of(uuid, after)
                .of(host)
                .of(scope)
                .byChannel(sql, limit, CommandRows::trail));
  }

  @Override
  public List<CommandTrail> waiting(ChannelId channel, int limit) {
    String text =
        CommandRows.waiting(
            "%1$s.channel = ?",
            "ORDER BY CASE WHEN x.state = 'SENT' THEN 0 ELSE 1 END, c.priority DESC, x.id LIMIT ?");
    return trails(sql -> sql.query(text, CommandRows::trail, channel.value(), limit));
  }

  @Override
  public List<PushRecord> pushes(List<Span> spans, int limit) {
    return transactions.read(
        sql ->
            sql.query(
                "SELECT DISTINCT p.id, p.channel, p.ended_at, p.outcome, p.reason"
                    + " FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY),"
                    + " CAST(? AS BIGINT ARRAY)) AS s(channel, begins, ends)"
                    + " JOIN commands_push p ON p.channel = s.channel"
                    + " AND p.ended_at >= s.begins AND p.ended_at <= s.ends"
                    + " ORDER BY p.ended_at DESC, p.id DESC LIMIT ?",
                JdbcCommandTimelineStore::push,
                spans.stream().map(span -> span.channel().value()).toArray(String[]::new),
                spans.stream().map(span -> Micros.of(span.from())).toArray(Long[]::new),
                spans.stream().map(span -> Micros.of(span.to())).toArray(Long[]::new),
                limit));
  }

  private static PushRecord push(Row row) throws SQLException {
    return new PushRecord(
        ChannelId.parse(row.text("channel")),
        row.instant("ended_at"),
        PushVerdict.Outcome.valueOf(row.text("outcome")),
        row.text("reason"));
  }

  @Override
  public ChannelStanding standing(ChannelId channel) {
    return transactions
        .read(sql -> sql.first(STANDING, JdbcCommandTimelineStore::standing, channel.value()))
        .orElse(ChannelStanding.NONE);
  }

  private static ChannelStanding standing(Row row) throws SQLException {
    int waiting = (int) row.number("waiting");
    return new ChannelStanding(
        row.flag("enabled"),
        row.flag("usable"),
        waiting,
        row.optionalInstant("due_at").filter(at -> waiting > 0));
  }

  @Override
  public int forget(Instant before, int limit) {
    return transactions.sql(
        sql ->
            forget(sql, "commands_push", "ended_at", before, limit)
                + forget(sql, "commands_not_now", "said_at", before, limit));
  }

  /** By the numbers, which rise with the time: that takes no index of its own. */
  private static int forget(Sql sql, String table, String time, Instant before, int limit) {
    return sql.update(
        "DELETE FROM "
            + table
            + " WHERE id IN (SELECT o.id FROM (SELECT f.id, f."
            + time
            + " FROM "
            + table
            + " f ORDER BY f.id LIMIT ?) o WHERE o."
            + time
            + " < ?)",
        limit,
        before);
  }
}
