package io.pomona.store.abm;

import io.pomona.api.organization.TeamId;
import io.pomona.store.sql.Sql;

/** What goes with the rows of others. */
public final class SetupRows {
  private SetupRows() {}

  /** How a team's Macs are set up ends with it. */
  public static void deleteTeam(Sql sql, TeamId team) {
    sql.update("DELETE FROM abm_setup_settings WHERE team_id = ?", team.value());
    sql.update("DELETE FROM abm_minimum_version WHERE team_id = ?", team.value());
  }
}
