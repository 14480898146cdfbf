package io.pomona.store.updates;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.updates.DeclarationStanding;
import io.pomona.api.updates.HostDeclarationStore;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.Persistence;
import io.pomona.store.commands.Queueing;
import io.pomona.store.enrollment.HostRows;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: leases by SKIP LOCKED and rows of thousands of Macs. */
@Component
public final class JdbcHostDeclarationStore implements HostDeclarationStore {
  private final Transactions transactions;
  private final Queueing queueing;
  private final HostRows hosts;

  @Activate
  public JdbcHostDeclarationStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.queueing = new Queueing(persistence);
    this.hosts = new HostRows(persistence.seen());
  }

  @Override
  public List<Host> leaseDue(int limit, Instant now, Duration lease) {
    return transactions.sql(
        sql ->
            sql.query(
                HostRows.SELECT + " WHERE h.id = ANY(?) ORDER BY h.id",
                hosts::read,
                (Object) DueHosts.MARKS.lease(sql, limit, now, lease)));
  }

  @Override
  public void markDue(Collection<HostId> ids, Instant at) {
    transactions.sql(
        sql -> {
          DueHosts.mark(sql, numbers(ids), at);
          return null;
        });
  }

  @Override
  public void markAllDue(Instant at) {
    transactions.sql(
        sql -> {
          DueHosts.MARKS.markAll(sql, at);
          return null;
        });
  }

  private static Long[] numbers(Collection<HostId> ids) {
    return ids.stream().map(HostId::value).sorted().toArray(Long[]::new);
  }

  @Override
  public Map<HostId, DeclarationStanding> standings(Collection<HostId> ids) {
    Map<HostId, DeclarationStanding> standings = new HashMap<>();
    transactions.read(
        sql ->
            sql.query(
                "SELECT u.host_id, u.told_token, u.told_at, u.fetched_token, u.fetched_at"
                    + " FROM updates_channel u JOIN enrollment_channel e"
                    + " ON e.channel = u.channel WHERE u.host_id = ANY(?) AND NOT e.is_user",
                row -> standings.put(new HostId(row.number("host_id")), read(row)),
                (Object) numbers(ids)));
    return standings;
  }

  private static DeclarationStanding read(Row row) throws SQLException {
    return new DeclarationStanding(
        row.optionalText("told_token"),
        row.instant("told_at"),
        row.optionalText("fetched_token"),
        row.instant("fetched_at"));
  }

  @Override
  public void tell(
      Map<ChannelId, String> told, List<CommandOrder> orders, List<HostId> looked, Instant now) {
    transactions.sql(
        sql -> {
          queueing.enqueue(sql, orders, now);
          Map<String, String> sorted = new TreeMap<>();
          told.forEach((channel, token) -> sorted.put(channel.value(), token));
          sorted.forEach((channel, token) -> put(sql, "told_token", channel, token));
          sql.update(
              "UPDATE updates_channel SET told_at = ? WHERE channel = ANY(?)",
              now,
              sorted.keySet().toArray(String[]::new));
          DueHosts.MARKS.done(sql, numbers(looked));
          return null;
        },
        Queueing::taken);
  }

  /** Nothing for a channel that is out of use: what is told in this enrollment ends with it. */
  private static void put(Sql sql, String column, String channel, String token) {
    sql.update(
        sql.dialect()
            .upsert(
                "updates_channel",
                "channel",
                "channel, host_id, " + column,
                "SELECT e.channel, e.host_id, CAST(? AS VARCHAR) FROM enrollment_channel e"
                    + " WHERE e.channel = ? AND e.enabled",
                column + " = s." + column),
        token,
        channel);
  }

  @Override
  public void fetched(ChannelId channel, String token, Instant now) {
    transactions.sql(
        sql -> {
          put(sql, "fetched_token", channel.value(), token);
          sql.update(
              "UPDATE updates_channel SET fetched_at = ? WHERE channel = ?", now, channel.value());
          return null;
        });
  }

  @Override
  public void lost(ChannelId channel, Instant again) {
    transactions.sql(
        sql -> {
          sql.update(
              "UPDATE updates_channel SET told_token = NULL WHERE channel = ?", channel.value());
          Long[] host =
              sql.query(
                      "SELECT host_id FROM enrollment_channel WHERE channel = ?",
                      row -> row.number("host_id"),
                      channel.value())
                  .toArray(Long[]::new);
          DueHosts.mark(sql, host, again);
          return null;
        });
  }
}
