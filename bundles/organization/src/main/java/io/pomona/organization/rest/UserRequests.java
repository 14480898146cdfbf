package io.pomona.organization.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.TeamId;
import io.pomona.organization.Roles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What clients send about people. */
public final class UserRequests {
  private UserRequests() {}

  /** A role in a team. */
  public record TeamRole(Long id, String role) {}

  /** An account to be made, with a role everywhere or roles in teams. */
  public record UserRequest(
      String name,
      String email,
      String password,
      String globalRole,
      List<TeamRole> teams,
      boolean ssoEnabled) {
    @Override
    public String toString() {
      return "UserRequest[" + email + "]";
    }
  }

  /** What shall be different; what is left out stays. */
  public record ChangeRequest(
      String name, String email, String globalRole, List<TeamRole> teams, Boolean ssoEnabled) {}

  /** Empty when neither is said. No teams without a role everywhere are nothing to say. */
  static Optional<Roles> roles(String globalRole, List<TeamRole> teams) {
    boolean none = teams == null || teams.isEmpty();
    if (globalRole == null && none) {
      return Optional.empty();
    }
    Optional<Role> global =
        Optional.ofNullable(globalRole).map(label -> Roles.named(label, "global_role"));
    return Optional.of(new Roles(global, none ? Map.of() : inTeams(teams)));
  }

  private static Map<TeamId, Role> inTeams(List<TeamRole> teams) {
    Map<TeamId, Role> roles = new HashMap<>();
    for (TeamRole said : teams) {
      if (said == null || said.id() == null || said.id() < 1) {
        throw MdmException.invalid(
            "organization.bad_team", "teams", "Each of the teams needs an id and a role.");
      }
      Role role = Roles.named(said.role(), "teams");
      if (roles.putIfAbsent(new TeamId(said.id()), role) != null) {
        throw MdmException.invalid(
            "organization.bad_team", "teams", "A person has one role in each team.");
      }
    }
    return roles;
  }
}
