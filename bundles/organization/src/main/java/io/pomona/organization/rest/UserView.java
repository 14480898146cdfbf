package io.pomona.organization.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A person in the reference's form. What this server does not know of people is false or empty,
 * since the reference's clients expect the keys.
 */
public record UserView(
    long id,
    String name,
    String email,
    Optional<String> globalRole,
    List<TeamRoleView> teams,
    boolean apiOnly,
    boolean ssoEnabled,
    boolean forcePasswordReset,
    String gravatarUrl,
    Instant createdAt) {

  /** What the person is in a team. */
  public record TeamRoleView(long id, String name, String role) {}
}
