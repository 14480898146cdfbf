package io.pomona.escrow.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.TeamId;
import java.util.Optional;

/** How requests name a team: absent, empty and 0 are no team. */
final class TeamNumber {
  private TeamNumber() {}

  static Optional<TeamId> of(String text) {
    String number = text == null ? "" : text.strip();
    if (number.isEmpty()) {
      return Optional.empty();
    }
    if (!number.matches("[0-9]{1,18}")) {
      throw MdmException.invalid(
          "escrow.bad_team",
          "team_id",
          "team_id is no number. Leave it out for the hosts without a team.");
    }
    return of(Optional.of(Long.parseLong(number)));
  }

  static Optional<TeamId> of(Optional<Long> number) {
    if (number.filter(id -> id < 0).isPresent()) {
      throw unknown();
    }
    return number.filter(id -> id > 0).map(TeamId::new);
  }

  static MdmException unknown() {
    return MdmException.notFound(
        "organization.team_not_found", "There is no such team; list the teams.");
  }
}
