package io.pomona.api.organization;

import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who does something: a person logged in by API or shell, or Pomona itself.
 *
 * @param user empty for the system and for shell users of the Karaf realm
 * @param name shown in the activity feed
 * @param email empty text where there is none
 * @param roles everywhere
 * @param teamRoles one in each of some teams
 */
public record Actor(
    Optional<UserId> user, String name, String email, Set<Role> roles, Map<TeamId, Role> teamRoles)
    implements Principal {
  private static final Actor SYSTEM = new Actor(Optional.empty(), "Pomona", "", Set.of());

  public Actor {
    roles = Set.copyOf(roles);
    teamRoles = Map.copyOf(teamRoles);
  }

  /** With roles everywhere. */
  public Actor(Optional<UserId> user, String name, String email, Set<Role> roles) {
    this(user, name, email, roles, Map.of());
  }

  /** Pomona itself. Has no role: it is never asked for permission. */
  public static Actor system() {
    return SYSTEM;
  }

  @Override
  public String getName() {
    return name;
  }
}
