package io.pomona.organization;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.User;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person is: something everywhere, or something in each of some teams. */
public record Roles(Optional<Role> global, Map<TeamId, Role> teams) {
  public Roles {
    teams = Map.copyOf(teams);
    if (global.isPresent() && !teams.isEmpty()) {
      throw MdmException.invalid(
          "organization.two_kinds_of_roles",
          "teams",
          "A person has a role everywhere (global_role) or roles in teams, not both.");
    }
  }

  public static Roles everywhere(Role role) {
    return new Roles(Optional.of(role), Map.of());
  }

  public static Roles of(User user) {
    return new Roles(user.globalRole(), user.teamRoles());
  }

  /** Refuses what would allow nothing at all. */
  public Roles required() {
    if (global.isEmpty() && teams.isEmpty()) {
      throw MdmException.invalid(
          "organization.bad_role", "global_role", "Give global_role, or roles in teams.");
    }
    return this;
  }

  /** For people: the role, or those in teams with the numbers of these. */
  public String text() {
    return global
        .map(Role::label)
        .orElseGet(
            () ->
                teams.entrySet().stream()
                    .sorted(Comparator.comparingLong(entry -> entry.getKey().value()))
                    .map(entry -> entry.getValue().label() + " in team " + entry.getKey().value())
                    .collect(Collectors.joining(", ")));
  }

  /** The role of this name; the field is named where there is none. */
  public static Role named(String label, String field) {
    return Arrays.stream(Role.values())
        .filter(role -> role.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                MdmException.invalid(
                    "organization.bad_role", field, "The role is one of " + labels() + "."));
  }

  private static String labels() {
    return Arrays.stream(Role.values()).map(Role::label).collect(Collectors.joining(", "));
  }
}
