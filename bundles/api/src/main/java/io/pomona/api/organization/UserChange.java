package io.pomona.api.organization;

import java.util.Map;
import java.util.Optional;

/**
 * What an account shall be, but for its password.
 *
 * @param email lower case
 * @param globalRole empty when the person has roles in teams only
 * @param teamRoles empty when the person has a role everywhere
 */
public record UserChange(
    String name, String email, Optional<Role> globalRole, Map<TeamId, Role> teamRoles) {
  public UserChange {
    teamRoles = Map.copyOf(teamRoles);
  }
}
