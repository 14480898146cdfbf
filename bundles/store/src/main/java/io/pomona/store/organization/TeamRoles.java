package io.pomona.store.organization;

import io.pomona.api.organization.Role;
import io.pomona.api.organization.TeamId;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who has which role in which team. */
final class TeamRoles {
  private record Entry(long user, TeamId team, Role role) {}

  private static final String SELECT =
      "SELECT user_id, team_id, team_role FROM organization_team_role";

  private TeamRoles() {}

  private static Entry read(Row row) throws SQLException {
    return new Entry(
        row.number("user_id"),
        new TeamId(row.number("team_id")),
        Role.valueOf(row.text("team_role")));
  }

  static Map<TeamId, Role> of(Sql sql, long user) {
    return byUser(sql.query(SELECT + " WHERE user_id = ?", TeamRoles::read, user))
        .getOrDefault(user, Map.of());
  }

  /** By the number of the user. */
  static Map<Long, Map<TeamId, Role>> all(Sql sql) {
    return byUser(sql.query(SELECT, TeamRoles::read));
  }

  /** The numbers of who has a role in the team, which they keep until the transaction ends. */
  static List<Long> lockedUsers(Sql sql, TeamId team) {
    return sql.query(
        "SELECT user_id FROM organization_team_role WHERE team_id = ? ORDER BY user_id FOR UPDATE",
        row -> row.number("user_id"),
        team.value());
  }

  private static Map<Long, Map<TeamId, Role>> byUser(List<Entry> entries) {
    Map<Long, Map<TeamId, Role>> roles = new HashMap<>();
    entries.forEach(
        entry ->
            roles
                .computeIfAbsent(entry.user(), user -> new HashMap<>())
                .put(entry.team(), entry.role()));
    return roles;
  }

  static void replace(Sql sql, long user, Map<TeamId, Role> roles) {
    sql.update("DELETE FROM organization_team_role WHERE user_id = ?", user);
    List<TeamId> teams =
        roles.keySet().stream().sorted(Comparator.comparingLong(TeamId::value)).toList();
    teams.forEach(team -> TeamRows.hold(sql, Optional.of(team)));
    sql.batch(
        "INSERT INTO organization_team_role (user_id, team_id, team_role) VALUES (?, ?, ?)",
        teams.stream()
            .map(team -> new Object[] {user, team.value(), roles.get(team).name()})
            .toList());
  }
}
