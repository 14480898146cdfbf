package io.pomona.api.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import java.util.Optional;

/**
 * How requests name a team: by its number. What is absent, empty or 0 names no team. Whether there
 * is such a team, and whether the caller may see it, is not looked at.
 */
public final class TeamNumber {
  private TeamNumber() {}

  /**
   * Of a path, query or form.
   *
   * @param text may be null
   */
  public static Optional<TeamId> of(String text) {
    String number = text == null ? "" : text.strip();
    if (number.isEmpty()) {
      return Optional.empty();
    }
    if (!number.matches("[0-9]{1,18}")) {
      throw MdmException.invalid(
          "organization.bad_team",
          "team_id",
          "team_id is no number. Leave it out for the Macs without a team.");
    }
    return of(Long.parseLong(number));
  }

  /**
   * Of a document.
   *
   * @param number may be null
   */
  public static Optional<TeamId> of(Long number) {
    return of(Optional.ofNullable(number));
  }

  /** Of a document. */
  public static Optional<TeamId> of(Optional<Long> number) {
    if (number.filter(id -> id < 0).isPresent()) {
      throw MdmException.notFound(
          "organization.team_not_found", "There is no such team; list the teams.");
    }
    return number.filter(id -> id > 0).map(TeamId::new);
  }

  /**
   * Of a list: absent and empty are all teams and none, 0 is only what is in no team.
   *
   * @param text may be null
   */
  public static TeamScope scope(String text) {
    return text == null || text.isBlank() ? TeamScope.everywhere() : TeamScope.of(of(text));
  }
}
