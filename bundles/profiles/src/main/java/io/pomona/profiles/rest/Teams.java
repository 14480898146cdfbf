package io.pomona.profiles.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.TeamId;
import java.util.Optional;

/** How requests name a team: absent, empty and 0 are no team. */
final class Teams {
  private Teams() {}

  static Optional<TeamId> of(Optional<String> parameter) {
    if (parameter
        .map(String::strip)
        .filter(text -> !text.isEmpty() && !text.equals("0"))
        .isEmpty()) {
      return Optional.empty();
    }
    throw MdmException.invalid(
        "profiles.no_such_team",
        "team_id",
        "There is no such team. Leave team_id out for the hosts without a team.");
  }
}
