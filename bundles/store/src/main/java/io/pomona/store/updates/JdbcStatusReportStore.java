package io.pomona.store.updates;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.updates.KeptReport;
import io.pomona.api.updates.ReportedUpdate;
import io.pomona.api.updates.ReportedUpdateStore;
import io.pomona.api.updates.StatusReportStore;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.Persistence;
import io.pomona.store.SealedPlists;
import io.pomona.store.SealedPlists.Kind;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: the row is locked between reading what was kept and writing what is kept then. */
@Component(service = {StatusReportStore.class, ReportedUpdateStore.class})
public final class JdbcStatusReportStore implements StatusReportStore, ReportedUpdateStore {
  private final Transactions transactions;
  private final SealedPlists plists;

  @Activate
  public JdbcStatusReportStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.plists = persistence.plists();
  }

  @Override
  public Optional<KeptReport> find(ChannelId channel) {
    return transactions.read(sql -> find(sql, channel, ""));
  }

  private Optional<KeptReport> find(Sql sql, ChannelId channel, String lock) {
    return sql.first(
            "SELECT * FROM updates_channel WHERE channel = ?" + lock, this::read, channel.value())
        .flatMap(Function.identity());
  }

  private Optional<KeptReport> read(Row row) throws SQLException {
    Optional<byte[]> status = row.optionalBytes("status");
    return status.isEmpty()
        ? Optional.empty()
        : Optional.of(new KeptReport(plists.open(Kind.STATUS, status.get()), update(row)));
  }

  private static ReportedUpdate update(Row row) throws SQLException {
    return new ReportedUpdate(
        row.optionalText("install_state"),
        row.optionalText("pending_version"),
        row.optionalText("failure_reason"),
        row.optionalText("enforcement"),
        row.instant("reported_at"));
  }

  @Override
  public void report(
      ChannelId channel, Function<Optional<KeptReport>, KeptReport> merged, Instant now) {
    transactions.sql(
        sql -> {
          sql.update(
              sql.dialect()
                  .upsert(
                      "updates_channel",
                      "channel",
                      "channel, host_id",
                      "SELECT e.channel, e.host_id FROM enrollment_channel e"
                          + " WHERE e.channel = ? AND e.enabled",
                      ""),
              channel.value());
          write(sql, channel, merged.apply(find(sql, channel, " FOR UPDATE")), now);
          return null;
        });
  }

  private void write(Sql sql, ChannelId channel, KeptReport kept, Instant now) {
    ReportedUpdate update = kept.update();
    sql.update(
        "UPDATE updates_channel SET status = ?, install_state = ?, pending_version = ?,"
            + " failure_reason = ?, enforcement = ?, reported_at = ? WHERE channel = ?",
        plists.seal(Kind.STATUS, kept.status()),
        update.installState(),
        update.pendingVersion(),
        update.failureReason(),
        update.enforcement(),
        now,
        channel.value());
  }

  @Override
  public Map<HostId, ReportedUpdate> of(Collection<HostId> hosts) {
    Map<HostId, ReportedUpdate> found = new HashMap<>();
    transactions.read(
        sql ->
            sql.query(
                "SELECT u.host_id, u.install_state, u.pending_version, u.failure_reason,"
                    + " u.enforcement, u.reported_at FROM updates_channel u"
                    + " JOIN enrollment_channel e"
                    + " ON e.channel = u.channel WHERE u.host_id = ANY(?) AND NOT e.is_user"
                    + " AND u.reported_at IS NOT NULL",
                row -> found.put(new HostId(row.number("host_id")), update(row)),
                (Object) hosts.stream().map(HostId::value).toArray(Long[]::new)));
    return found;
  }
}
