package io.pomona.store.updates;

import io.pomona.api.organization.TeamId;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.api.updates.UpdateSettings;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** Rows of what teams set of macOS updates. */
public final class UpdateRows {
  private UpdateRows() {}

  /** What a team requires ends with it. */
  public static void deleteTeam(Sql sql, TeamId team) {
    delete(sql, Optional.of(team));
  }

  static void delete(Sql sql, Optional<TeamId> team) {
    sql.update("DELETE FROM updates_policy WHERE team_id = ?", TeamRows.number(team));
  }

  static UpdateSettings settings(Sql sql, Optional<TeamId> team) {
    return sql.first(
            "SELECT * FROM updates_policy WHERE team_id = ?",
            UpdateRows::read,
            TeamRows.number(team))
        .orElse(UpdateSettings.nothing());
  }

  static ZoneId organizationZone(Sql sql) {
    return settings(sql, Optional.empty()).zone().orElse(UpdatePolicy.USUAL_ZONE);
  }

  static UpdateSettings read(Row row) throws SQLException {
    return new UpdateSettings(
        row.optionalText("minimum_version"),
        row.optionalText("deadline_day").map(LocalDate::parse),
        row.optionalText("deadline_time").map(LocalTime::parse),
        row.optionalText("time_zone").map(ZoneId::of));
  }
}
