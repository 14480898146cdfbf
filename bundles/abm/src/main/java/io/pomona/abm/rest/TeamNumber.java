package io.pomona.abm.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import java.util.Optional;

/** How requests name a team: by its number. */
final class TeamNumber {
  private TeamNumber() {}

  /**
   * @param text null, empty text and 0: no team
   */
  static Optional<TeamId> of(String text) {
    return Optional.ofNullable(text).filter(said -> !said.isBlank()).flatMap(TeamNumber::number);
  }

  private static Optional<TeamId> number(String text) {
    if (!text.strip().matches("[0-9]{1,18}")) {
      throw MdmException.invalid(
          "abm.bad_team",
          "team_id",
          "team_id is no number. Leave it out for the Macs without a team.");
    }
    return of(Long.parseLong(text.strip()));
  }

  /**
   * @param number null and 0: no team
   */
  static Optional<TeamId> of(Long number) {
    if (number != null && number < 0) {
      throw MdmException.invalid("abm.bad_team", "team_id", "There is no such team.");
    }
    return Optional.ofNullable(number).filter(id -> id > 0).map(TeamId::new);
  }

  /**
   * @param text null and empty text: all teams and none; 0: only what is in no team
   */
  static TeamScope scope(String text) {
    return text == null || text.isBlank() ? TeamScope.everywhere() : TeamScope.of(of(text));
  }
}
