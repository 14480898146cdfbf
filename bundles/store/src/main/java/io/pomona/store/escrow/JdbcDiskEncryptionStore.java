package io.pomona.store.escrow;

import io.pomona.api.escrow.DiskEncryptionStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.store.Persistence;
import io.pomona.store.organization.Activities;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.profiles.DirtyHosts;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: a row for each team that wants it. */
@Component
public final class JdbcDiskEncryptionStore implements DiskEncryptionStore {
  private final Transactions transactions;

  @Activate
  public JdbcDiskEncryptionStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public boolean isEnabled(Optional<TeamId> team) {
    return transactions.read(
        sql ->
            sql.number(
                    "SELECT COUNT(*) AS n FROM escrow_disk_encryption WHERE team_id = ?",
                    TeamRows.number(team))
                > 0);
  }

  @Override
  public boolean put(Optional<TeamId> team, boolean enabled, ActivityDraft activity, Instant now) {
    return transactions.sql(
        sql -> {
          TeamRows.hold(sql, team);
          boolean changed = write(sql, TeamRows.number(team), enabled) > 0;
          if (changed) {
            Activities.write(sql, activity, now);
            DirtyHosts.markTeam(sql, TeamRows.number(team), now);
          }
          return changed;
        });
  }

  private static int write(Sql sql, long team, boolean enabled) {
    return sql.update(
        enabled
            ? sql.dialect()
                .upsert(
                    "escrow_disk_encryption",
                    "team_id",
                    "team_id",
                    "VALUES (CAST(? AS BIGINT))",
                    "")
            : "DELETE FROM escrow_disk_encryption WHERE team_id = ?",
        team);
  }

  /** A team's ends with it. */
  public static void deleteTeam(Sql sql, TeamId team) {
    sql.update("DELETE FROM escrow_disk_encryption WHERE team_id = ?", team.value());
  }

  /** The Macs of all teams that encrypt disks. */
  static void markTeams(Sql sql, Instant now) {
    sql.query(
            "SELECT team_id FROM escrow_disk_encryption ORDER BY team_id",
            row -> row.number("team_id"))
        .forEach(team -> DirtyHosts.markTeam(sql, team, now));
  }
}
