package io.pomona.api.organization;

import java.util.Map;
import java.util.Optional;

/**
 * What an account shall be, but for its password.
 *
 * @param email lower case
 * @param globalRole empty when the person has roles in teams only
 * @param teamRoles empty when the person has a role everywhere
 * @param ssoEnabled whether a provider of identities may log the person in; when not, whom the
 *     account was bound to is forgotten
 */
public record UserChange(
    String name,
    String email,
    Optional<Role> globalRole,
    Map<TeamId, Role> teamRoles,
    boolean ssoEnabled) {
  public UserChange {
    teamRoles = Map.copyOf(teamRoles);
  }
}
