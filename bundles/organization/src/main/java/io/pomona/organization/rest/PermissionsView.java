package io.pomona.organization.rest;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody may do, so that a client need not know what a role means.
 *
 * @param everywhere to rows of all teams and of none, or to what has no team
 * @param teams by the number of a team: what is allowed there beside {@code everywhere}
 */
public record PermissionsView(
    List<Permission> everywhere, SortedMap<Long, List<Permission>> teams) {

  static PermissionsView of(Access access, Actor actor) {
    List<Permission> everywhere = new ArrayList<>();
    SortedMap<Long, List<Permission>> teams = new TreeMap<>();
    for (Permission permission : Permission.values()) {
      TeamScope scope = access.scope(actor, permission);
      boolean ofNoTeam = scope.teams().isEmpty() && access.mayAnywhere(actor, permission);
      if (scope.all() || ofNoTeam) {
        everywhere.add(permission);
      } else {
        scope.teams().forEach(team -> add(teams, team, permission));
      }
    }
    return new PermissionsView(everywhere, teams);
  }

  private static void add(Map<Long, List<Permission>> teams, TeamId team, Permission permission) {
    teams.computeIfAbsent(team.value(), number -> new ArrayList<>()).add(permission);
  }
}
