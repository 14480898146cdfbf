package io.pomona.api.organization;

import java.util.Map;
import java.util.Optional;

/**
 * @param email lower case
 * @param passwordHash as {@link io.pomona.api.pki.Passwords#hash} gives it; empty text when no
 *     password logs the person in
 * @param globalRole empty when the person has roles in teams only
 * @param teamRoles empty when the person has a role everywhere
 * @param ssoEnabled whether a provider of identities may log the person in
 */
public record NewUser(
    String name,
    String email,
    String passwordHash,
    Optional<Role> globalRole,
    Map<TeamId, Role> teamRoles,
    boolean ssoEnabled) {
  public NewUser {
    teamRoles = Map.copyOf(teamRoles);
  }

  /** Without SSO. */
  public NewUser(
      String name,
      String email,
      String passwordHash,
      Optional<Role> globalRole,
      Map<TeamId, Role> teamRoles) {
    this(name, email, passwordHash, globalRole, teamRoles, false);
  }

  /** With a role everywhere. */
  public NewUser(String name, String email, String passwordHash, Role globalRole) {
    this(name, email, passwordHash, Optional.of(globalRole), Map.of(), false);
  }
}
