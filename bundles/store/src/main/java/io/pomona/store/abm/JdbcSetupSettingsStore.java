package io.pomona.store.abm;

import io.pomona.api.abm.SetupSettings;
import io.pomona.api.abm.SetupSettingsStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.store.Persistence;
import io.pomona.store.organization.Activities;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: one row of a team, which goes with it. */
@Component
public final class JdbcSetupSettingsStore implements SetupSettingsStore {
  private final Transactions transactions;

  @Activate
  public JdbcSetupSettingsStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public SetupSettings of(Optional<TeamId> team) {
    return transactions.read(sql -> of(sql, TeamRows.number(team)));
  }

  static SetupSettings of(Sql sql, long team) {
    return sql.first(
            "SELECT * FROM abm_setup_settings WHERE team_id = ?",
            row ->
                new SetupSettings(
                    row.flag("end_user_authentication"), row.flag("release_manually")),
            team)
        .orElseGet(SetupSettings::none);
  }

  @Override
  public void put(Optional<TeamId> team, SetupSettings settings, List<ActivityDraft> activities) {
    transactions.sql(
        sql -> {
          TeamRows.hold(sql, team);
          sql.update(
              sql.dialect()
                  .upsert(
                      "abm_setup_settings",
                      "team_id",
                      "team_id, end_user_authentication, release_manually",
                      "VALUES (CAST(? AS BIGINT), CAST(? AS BOOLEAN), CAST(? AS BOOLEAN))",
                      "end_user_authentication = s.end_user_authentication,"
                          + " release_manually = s.release_manually"),
              TeamRows.number(team),
              settings.endUserAuthentication(),
              settings.releaseManually());
          Activities.write(sql, activities, Clock.systemUTC().instant());
          return null;
        });
  }
}
