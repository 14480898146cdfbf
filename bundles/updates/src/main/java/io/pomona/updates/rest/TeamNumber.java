package io.pomona.updates.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.TeamId;
import java.util.Optional;

/** How requests name a team: absent, empty and 0 are no team. */
public final class TeamNumber {
  private TeamNumber() {}

  public static Optional<TeamId> of(Optional<String> parameter) {
    String text = parameter.map(String::strip).orElse("");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.matches("[0-9]{1,18}")) {
      throw MdmException.invalid(
          "updates.bad_team",
          "team_id",
          "team_id is no number. Leave it out for the Macs without a team.");
    }
    return Optional.of(Long.parseLong(text)).filter(number -> number > 0).map(TeamId::new);
  }
}
