package io.pomona.store.updates;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.updates.OsUpdateDue;
import io.pomona.api.updates.OsUpdateOrder;
import io.pomona.api.updates.OsUpdateReport;
import io.pomona.api.updates.OsUpdateStanding;
import io.pomona.api.updates.OsUpdateStore;
import io.pomona.protocol.command.OsUpdateItem;
import io.pomona.store.Persistence;
import io.pomona.store.commands.Queueing;
import io.pomona.store.commands.TargetTeams;
import io.pomona.store.organization.Activities;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: each news of a Mac changes a few columns of its one row and leaves the others. */
@Component
public final class JdbcOsUpdateStore implements OsUpdateStore {
  private final Transactions transactions;
  private final Queueing queueing;

  @Activate
  public JdbcOsUpdateStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.queueing = new Queueing(persistence);
  }

  @Override
  public OsUpdateStanding of(HostId host) {
    return transactions.read(
        sql ->
            sql.first(
                    "SELECT * FROM updates_os_update WHERE host_id = ?",
                    OsUpdateRows::read,
                    host.value())
                .orElse(OsUpdateStanding.NOTHING));
  }

  @Override
  public void listed(HostId host, OsUpdateReport available) {
    change(
        host,
        sql ->
            sql.update(
                "UPDATE updates_os_update SET available = ?, available_at = ? WHERE host_id = ?"
                    + " AND (available_at IS NULL OR available_at <= ?)",
                OsUpdateRows.written(available),
                available.at(),
                host.value(),
                available.at()));
  }

  @Override
  public void order(
      HostId host,
      OsUpdateOrder order,
      CommandOrder command,
      ActivityDraft activity,
      TeamScope within,
      Instant now) {
    transactions.sql(
        sql -> {
          TargetTeams.require(sql, List.of(command), within);
          if (hold(sql, host)) {
            save(sql, host, order);
          }
          queueing.enqueue(sql, List.of(command), now);
          Activities.write(sql, activity, now);
          return null;
        },
        Queueing::taken);
  }

  private static void save(Sql sql, HostId host, OsUpdateOrder order) {
    OsUpdateItem item = order.item();
    sql.update(
        "UPDATE updates_os_update SET command_uuid = ?, product_key = ?, version = ?,"
            + " install_action = ?, max_user_deferrals = ?, priority = ?, ordered_by = ?,"
            + " ordered_at = ?, results = NULL, results_at = NULL, failure = '', ask_at = NULL"
            + " WHERE host_id = ?",
        order.command().value(),
        item.productKey(),
        item.productVersion(),
        item.installAction(),
        item.maxUserDeferrals(),
        item.priority(),
        order.orderedBy(),
        order.orderedAt(),
        host.value());
  }

  @Override
  public void answered(
      HostId host,
      CommandUuid order,
      Optional<OsUpdateReport> results,
      String failure,
      Optional<Instant> askAt) {
    transactions.sql(
        sql ->
            sql.update(
                "UPDATE updates_os_update SET results = ?, results_at = ?, failure = ?, ask_at = ?"
                    + " WHERE host_id = ? AND command_uuid = ?",
                results.map(OsUpdateRows::written),
                results.map(OsUpdateReport::at),
                failure,
                askAt,
                host.value(),
                order.value()));
  }

  @Override
  public void progressed(HostId host, OsUpdateReport progress) {
    change(
        host,
        sql ->
            sql.update(
                "UPDATE updates_os_update SET progress = ?, progress_at = ? WHERE host_id = ?"
                    + " AND (progress_at IS NULL OR progress_at <= ?)",
                OsUpdateRows.written(progress),
                progress.at(),
                host.value(),
                progress.at()));
  }

  @Override
  public List<OsUpdateDue> due(Instant now, int limit) {
    return transactions.read(
        sql ->
            sql.query(
                "SELECT host_id, command_uuid FROM updates_os_update WHERE ask_at <= ?"
                    + " ORDER BY ask_at, host_id LIMIT ?",
                row ->
                    new OsUpdateDue(
                        new HostId(row.number("host_id")),
                        new CommandUuid(row.text("command_uuid"))),
                now,
                limit));
  }

  @Override
  public void ask(
      OsUpdateDue due, List<CommandOrder> commands, Optional<Instant> askAt, Instant now) {
    transactions.sql(
        sql -> {
          int changed =
              sql.update(
                  "UPDATE updates_os_update SET ask_at = ? WHERE host_id = ? AND command_uuid = ?",
                  askAt,
                  due.host().value(),
                  due.order().value());
          if (changed > 0) {
            queueing.enqueue(sql, commands, now);
          }
          return null;
        },
        Queueing::taken);
  }

  private void change(HostId host, Consumer<Sql> update) {
    transactions.sql(
        sql -> {
          if (hold(sql, host)) {
            update.accept(sql);
          }
          return null;
        });
  }

  /** Makes sure of the row; false for a host that is gone. */
  private static boolean hold(Sql sql, HostId host) {
    sql.update(
        sql.dialect()
            .upsert(
                "updates_os_update",
                "host_id",
                "host_id",
                "SELECT id AS host_id FROM enrollment_host WHERE id = ?",
                ""),
        host.value());
    return sql.first(
            "SELECT host_id FROM updates_os_update WHERE host_id = ?",
            row -> row.number("host_id"),
            host.value())
        .isPresent();
  }
}
