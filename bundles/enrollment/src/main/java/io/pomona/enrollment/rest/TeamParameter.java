package io.pomona.enrollment.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import java.util.Optional;

/** How requests name a team: by number, or 0 for what is in no team. */
final class TeamParameter {
  private TeamParameter() {}

  /**
   * @param text null and empty text: all teams and none
   */
  static TeamScope scope(String text) {
    if (text == null || text.isEmpty()) {
      return TeamScope.everywhere();
    }
    if (!text.matches("[0-9]{1,18}")) {
      throw MdmException.invalid("enrollment.bad_team", "team_id", "team_id is no number.");
    }
    return TeamScope.of(of(Long.parseLong(text)));
  }

  /**
   * @param number null and 0: no team
   */
  static Optional<TeamId> of(Long number) {
    if (number != null && number < 0) {
      throw MdmException.invalid("enrollment.bad_team", "team_id", "There is no such team.");
    }
    return Optional.ofNullable(number).filter(id -> id > 0).map(TeamId::new);
  }
}
