package io.pomona.store.updates;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.api.updates.UpdatePolicyStore;
import io.pomona.api.updates.UpdateSettings;
import io.pomona.store.Persistence;
import io.pomona.store.organization.Activities;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.profiles.DirtyHosts;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: one row for each team that set anything. */
@Component
public final class JdbcUpdatePolicyStore implements UpdatePolicyStore {
  private final Transactions transactions;

  @Activate
  public JdbcUpdatePolicyStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public Optional<UpdatePolicy> of(Optional<TeamId> team) {
    return transactions.read(
        sql -> UpdateRows.settings(sql, team).policy(UpdateRows.organizationZone(sql)));
  }

  @Override
  public Map<Optional<TeamId>, UpdatePolicy> all() {
    Map<Optional<TeamId>, UpdateSettings> rows = new HashMap<>();
    transactions.read(
        sql ->
            sql.query(
                "SELECT * FROM updates_policy",
                row ->
                    rows.put(
                        Optional.of(row.number("team_id")).filter(id -> id > 0).map(TeamId::new),
                        UpdateRows.read(row))));
    ZoneId zone =
        Optional.ofNullable(rows.get(Optional.<TeamId>empty()))
            .flatMap(UpdateSettings::zone)
            .orElse(UpdatePolicy.USUAL_ZONE);
    Map<Optional<TeamId>, UpdatePolicy> all = new HashMap<>();
    rows.forEach((team, row) -> row.policy(zone).ifPresent(required -> all.put(team, required)));
    return all;
  }

  @Override
  public UpdateSettings settings(Optional<TeamId> team) {
    return transactions.read(sql -> UpdateRows.settings(sql, team));
  }

  @Override
  public void put(
      Optional<TeamId> team, UpdateSettings settings, ActivityDraft activity, Instant now) {
    transactions.sql(
        sql -> {
          TeamRows.hold(sql, team);
          ZoneId zone = UpdateRows.organizationZone(sql);
          UpdateRows.delete(sql, team);
          insert(sql, team, settings);
          mark(sql, team, zone.equals(UpdateRows.organizationZone(sql)), now);
          Activities.write(sql, activity, now);
          return null;
        });
  }

  private static void insert(Sql sql, Optional<TeamId> team, UpdateSettings settings) {
    if (!settings.equals(UpdateSettings.nothing())) {
      sql.update(
          "INSERT INTO updates_policy"
              + " (team_id, minimum_version, deadline_day, deadline_time, time_zone)"
              + " VALUES (?, ?, ?, ?, ?)",
          TeamRows.number(team),
          settings.minimumVersion(),
          settings.deadline().map(LocalDate::toString),
          settings.time().map(LocalTime::toString),
          settings.zone().map(ZoneId::getId));
    }
  }

  /** Teams may have no zone of their own: then that of the organization is theirs. */
  private static void mark(Sql sql, Optional<TeamId> team, boolean sameZone, Instant now) {
    if (sameZone) {
      DirtyHosts.markTeam(sql, TeamRows.number(team), now);
      DueHosts.markTeam(sql, TeamRows.number(team), now);
      NudgeDue.MARKS.markTeam(sql, TeamRows.number(team), now);
    } else {
      DirtyHosts.markAll(sql, now);
      DueHosts.MARKS.markAll(sql, now);
      NudgeDue.MARKS.markAll(sql, now);
    }
  }
}
