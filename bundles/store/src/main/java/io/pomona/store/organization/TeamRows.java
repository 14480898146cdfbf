package io.pomona.store.organization;

import io.pomona.api.MdmException;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Text;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

/** Rows of teams, and what other rows say of their team: its number, or 0 for none. */
public final class TeamRows {
  static final String SELECT =
      "SELECT t.*, (SELECT COUNT(*) FROM enrollment_host h WHERE h.team_id = t.id) AS hosts,"
          + " (SELECT COUNT(*) FROM organization_team_role r WHERE r.team_id = t.id) AS users"
          + " FROM organization_team t";

  private TeamRows() {}

  static Team read(Row row) throws SQLException {
    return new Team(
        new TeamId(row.number("id")),
        row.text("name"),
        row.text("description"),
        row.instant("created_at"),
        row.number("hosts"),
        row.number("users"));
  }

  static String key(String name) {
    return Text.storable(name).toLowerCase(Locale.ROOT);
  }

  static Object[] said(NewTeam team) {
    return new Object[] {
      Text.storable(team.name()), key(team.name()), Text.storable(team.description())
    };
  }

  public static long number(Optional<TeamId> team) {
    return team.map(TeamId::value).orElse(0L);
  }

  /** For {@code team_id = ANY(?)}; not for the scope of everything. */
  public static Long[] numbers(TeamScope scope) {
    LongStream teams = scope.teams().stream().mapToLong(TeamId::value);
    return LongStream.concat(scope.none() ? LongStream.of(0) : LongStream.empty(), teams)
        .boxed()
        .toArray(Long[]::new);
  }

  /** Keeps a team from being deleted until the transaction ends. Not found when it is gone. */
  public static void hold(Sql sql, Optional<TeamId> team) {
    team.ifPresent(id -> lock(sql, id, sql.dialect().share()));
  }

  /** The same; none when it is gone. */
  public static long held(Sql sql, Optional<TeamId> team) {
    return team.flatMap(
            id ->
                sql.first(
                    "SELECT id FROM organization_team WHERE id = ? " + sql.dialect().share(),
                    row -> row.number("id"),
                    id.value()))
        .orElse(number(Optional.empty()));
  }

  static void lock(Sql sql, TeamId id, String how) {
    sql.first(
            "SELECT id FROM organization_team WHERE id = ? " + how,
            row -> row.number("id"),
            id.value())
        .orElseThrow(TeamRows::unknown);
  }

  public static Optional<String> name(Sql sql, TeamId team) {
    return sql.first(
        "SELECT name FROM organization_team WHERE id = ?", row -> row.text("name"), team.value());
  }

  static MdmException unknown() {
    return MdmException.notFound(
        "organization.team_not_found", "There is no such team; list the teams.");
  }
}
