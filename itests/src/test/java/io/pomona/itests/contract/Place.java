package io.pomona.itests.contract;

import io.pomona.api.organization.TeamId;
import java.util.Optional;

/** What is in one team, or in none. */
record Place(
    Optional<TeamId> team,
    long host,
    String udid,
    long profile,
    String uuid,
    String command,
    long webhook,
    long declaration) {
  /** What is nowhere. */
  static final Place NOWHERE =
      new Place(
          Optional.of(new TeamId(987_654)),
          987_654,
          "nobody",
          987_654,
          "unknown",
          "unknown",
          987_654,
          987_654);

  /** 0 for no team. */
  long teamNumber() {
    return team.map(TeamId::value).orElse(0L);
  }
}
