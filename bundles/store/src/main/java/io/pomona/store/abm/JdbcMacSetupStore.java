package io.pomona.store.abm;

import io.pomona.api.abm.MacSetup;
import io.pomona.api.abm.MacSetupStore;
import io.pomona.api.abm.SetupStage;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.Persistence;
import io.pomona.store.commands.Queueing;
import io.pomona.store.organization.Activities;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: changes count only on the version that was read, and queue what they cause. */
@Component
public final class JdbcMacSetupStore implements MacSetupStore {
  private final Transactions transactions;
  private final Queueing queueing;

  @Activate
  public JdbcMacSetupStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.queueing = new Queueing(persistence);
  }

  @Override
  public boolean begin(MacSetup setup, List<CommandOrder> commands, Instant now) {
    return transactions.sql(sql -> begin(sql, setup, commands, now), Queueing::taken);
  }

  private boolean begin(Sql sql, MacSetup setup, List<CommandOrder> commands, Instant now) {
    // Holds the host, so that of two nodes one begins.
    sql.first(
        "SELECT id FROM enrollment_host WHERE id = ? FOR UPDATE",
        row -> row.number("id"),
        setup.host().value());
    boolean known =
        find(sql, setup.host())
            .filter(before -> !before.enrolledAt().isBefore(setup.enrolledAt()))
            .isPresent();
    if (!known) {
      sql.update("DELETE FROM abm_setup WHERE host_id = ?", setup.host().value());
      SetupRows.insert(sql, setup);
      queueing.enqueue(sql, commands, now);
    }
    return !known;
  }

  @Override
  public Optional<MacSetup> find(HostId host) {
    return transactions.read(sql -> find(sql, host));
  }

  private static Optional<MacSetup> find(Sql sql, HostId host) {
    return sql.first("SELECT * FROM abm_setup WHERE host_id = ?", SetupRows::read, host.value());
  }

  @Override
  public Optional<MacSetup> byDownload(String tokenSha256) {
    return transactions.read(
        sql ->
            sql.first(
                "SELECT * FROM abm_setup WHERE download_sha256 = ?", SetupRows::read, tokenSha256));
  }

  @Override
  public List<ChannelId> unbegun(Instant enrolledBefore, int limit) {
    return transactions.read(
        sql ->
            sql.query(
                "SELECT c.channel FROM enrollment_channel c"
                    + " JOIN enrollment_host h ON h.id = c.host_id"
                    + " WHERE c.awaiting_configuration AND c.enabled AND NOT c.is_user"
                    + " AND h.mdm IN (?, ?) AND h.enrolled_at < ?"
                    + " AND NOT EXISTS (SELECT 1 FROM abm_setup s WHERE s.host_id = h.id"
                    + " AND s.enrolled_at >= h.enrolled_at"
                    + " AND (s.stage <> ? OR s.release_attempts > 0))"
                    + " ORDER BY h.id LIMIT ?",
                row -> ChannelId.parse(row.text("channel")),
                MdmStatus.ON_MANUAL,
                MdmStatus.ON_AUTOMATIC,
                enrolledBefore,
                SetupStage.ENDED,
                limit));
  }

  @Override
  public List<MacSetup> open(HostId after, int limit) {
    return transactions.read(
        sql ->
            sql.query(
                "SELECT s.* FROM abm_setup s JOIN enrollment_host h ON h.id = s.host_id"
                    + " WHERE s.stage IN (?, ?) AND s.host_id > ? AND h.mdm IN (?, ?)"
                    + " AND h.enrolled_at = s.enrolled_at ORDER BY s.host_id LIMIT ?",
                SetupRows::read,
                SetupStage.PREPARING,
                SetupStage.RELEASING,
                after.value(),
                MdmStatus.ON_MANUAL,
                MdmStatus.ON_AUTOMATIC,
                limit));
  }

  @Override
  public Counts counts(Instant now) {
    return transactions
        .read(
            sql ->
                sql.first(
                    "SELECT COUNT(*) AS all_open, COALESCE(SUM(CASE WHEN s.deadline_at <= ?"
                        + " THEN 1 ELSE 0 END), 0) AS late, COALESCE(SUM(CASE WHEN"
                        + " s.deadline_at <= ? AND s.stage = ? AND t.release_manually"
                        + " THEN 1 ELSE 0 END), 0) AS for_admin FROM abm_setup s"
                        + " JOIN enrollment_host h ON h.id = s.host_id"
                        + " LEFT JOIN abm_setup_settings t ON t.team_id = h.team_id"
                        + " WHERE s.stage IN (?, ?) AND h.mdm IN (?, ?)"
                        + " AND h.enrolled_at = s.enrolled_at",
                    row ->
                        new Counts(
                            row.number("all_open"), row.number("late"), row.number("for_admin")),
                    now,
                    now,
                    SetupStage.PREPARING,
                    SetupStage.PREPARING,
                    SetupStage.RELEASING,
                    MdmStatus.ON_MANUAL,
                    MdmStatus.ON_AUTOMATIC))
        .orElseThrow();
  }

  @Override
  public boolean save(MacSetup changed, Effects effects, Instant now) {
    return transactions.sql(
        sql -> {
          if (!SetupRows.update(sql, changed)) {
            return false;
          }
          queueing.enqueue(sql, effects.commands(), now);
          effects.ahead().ifPresent(uuid -> goAhead(sql, changed.device().value(), uuid.value()));
          Activities.write(sql, effects.activities(), now);
          return true;
        },
        Queueing::taken);
  }

  /** What was under way waits again, behind what is more urgent. */
  private static void goAhead(Sql sql, String channel, String uuid) {
    sql.update(
        "DELETE FROM commands_under_way WHERE channel = ? AND cmd_uuid <> ? AND EXISTS"
            + " (SELECT 1 FROM commands_queue q WHERE q.channel = ? AND q.cmd_uuid = ?)",
        channel,
        uuid,
        channel,
        uuid);
  }
}
