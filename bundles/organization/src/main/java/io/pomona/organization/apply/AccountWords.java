package io.pomona.organization.apply;

import io.pomona.api.organization.Role;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.User;
import io.pomona.organization.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What happens to an account, for a person to read. */
record AccountWords(Map<TeamId, String> teams) {
  String made(User user) {
    return "account " + user.email() + " is made, " + roles(Roles.of(user));
  }

  /** Only what is different. */
  String changed(User before, User after) {
    List<String> words = new ArrayList<>(List.of(after.email()));
    Roles roles = Roles.of(after);
    if (!roles.equals(Roles.of(before))) {
      words.add("now " + roles(roles));
    }
    if (!after.name().equals(before.name())) {
      words.add("called " + after.name());
    }
    if (after.ssoEnabled() != before.ssoEnabled()) {
      words.add((after.ssoEnabled() ? "with" : "without") + " single sign-on");
    }
    return String.join(", ", words);
  }

  private String roles(Roles roles) {
    return roles
        .global()
        .map(Role::label)
        .orElseGet(
            () ->
                roles.teams().entrySet().stream()
                    .map(role -> role.getValue().label() + " in " + teams.get(role.getKey()))
                    .sorted()
                    .collect(Collectors.joining(", ")));
  }
}
