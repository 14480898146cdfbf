package io.pomona.api.organization;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A person with an account.
 *
 * @param email lower case, unique
 * @param globalRole empty when the person has roles in teams only
 * @param teamRoles one in each of some teams; empty when the person has a role everywhere
 * @param ssoEnabled whether a provider of identities may log the person in
 */
public record User(
    UserId id,
    String name,
    String email,
    Optional<Role> globalRole,
    Map<TeamId, Role> teamRoles,
    boolean ssoEnabled,
    Instant createdAt) {
  public User {
    teamRoles = Map.copyOf(teamRoles);
  }

  /** With a role everywhere. */
  public User(UserId id, String name, String email, Optional<Role> globalRole, Instant createdAt) {
    this(id, name, email, globalRole, Map.of(), false, createdAt);
  }
}
