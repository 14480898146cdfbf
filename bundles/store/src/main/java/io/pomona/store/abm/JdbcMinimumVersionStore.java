package io.pomona.store.abm;

import io.pomona.api.abm.MinimumVersionStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.store.Persistence;
import io.pomona.store.organization.Activities;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: one row for each team that wants any. */
@Component
public final class JdbcMinimumVersionStore implements MinimumVersionStore {
  private final Transactions transactions;

  @Activate
  public JdbcMinimumVersionStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public Optional<String> of(Optional<TeamId> team) {
    return transactions.read(
        sql ->
            sql.first(
                "SELECT macos_version FROM abm_minimum_version WHERE team_id = ?",
                row -> row.text("macos_version"),
                TeamRows.number(team)));
  }

  @Override
  public void put(
      Optional<TeamId> team, Optional<String> version, ActivityDraft activity, Instant now) {
    transactions.sql(
        sql -> {
          TeamRows.hold(sql, team);
          long number = TeamRows.number(team);
          sql.update("DELETE FROM abm_minimum_version WHERE team_id = ?", number);
          version.ifPresent(
              text ->
                  sql.update(
                      "INSERT INTO abm_minimum_version (team_id, macos_version) VALUES (?, ?)",
                      number,
                      text));
          Activities.write(sql, activity, now);
          return null;
        });
  }
}
