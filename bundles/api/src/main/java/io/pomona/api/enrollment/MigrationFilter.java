package io.pomona.api.enrollment;

import io.pomona.api.organization.TeamScope;
import java.util.Optional;
import java.util.Set;

/**
 * Which Macs of the board. All parts must hold.
 *
 * @param query part of name, serial number or UDID, upper or lower case; empty text = all
 * @param states how far the step is; without one of no meaning
 * @param archived those that were archived instead of those on the board
 */
public record MigrationFilter(
    String query,
    Optional<MigrationStep> step,
    Set<MigrationState> states,
    Optional<Boolean> done,
    boolean archived,
    TeamScope scope) {
  /** The board. */
  public static MigrationFilter all() {
    return new MigrationFilter(
        "", Optional.empty(), Set.of(), Optional.empty(), false, TeamScope.everywhere());
  }

  /** The same, of these only. */
  public MigrationFilter within(TeamScope limit) {
    return new MigrationFilter(query, step, states, done, archived, scope.and(limit));
  }
}
