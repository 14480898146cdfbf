package io.pomona.api.organization;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whose rows: those of all teams and of none, or of some. Lists are asked for with a scope, so that
 * what a person may not see is never read.
 *
 * @param all everything; the other parts mean nothing then
 * @param none whether rows of no team belong to it
 */
public record TeamScope(boolean all, boolean none, Set<TeamId> teams) {
  public TeamScope {
    teams = Set.copyOf(teams);
  }

  public static TeamScope everywhere() {
    return new TeamScope(true, true, Set.of());
  }

  public static TeamScope nowhere() {
    return of(Set.of());
  }

  public static TeamScope of(Set<TeamId> teams) {
    return new TeamScope(false, false, teams);
  }

  /** Only this team, or only what is in no team. */
  public static TeamScope of(Optional<TeamId> team) {
    return new TeamScope(false, team.isEmpty(), team.map(Set::of).orElse(Set.of()));
  }

  public boolean includes(Optional<TeamId> team) {
    return all || team.map(teams::contains).orElse(none);
  }

  /** What is in both. */
  public TeamScope and(TeamScope other) {
    if (all) {
      return other;
    }
    if (other.all) {
      return this;
    }
    Set<TeamId> both = new HashSet<>(teams);
    both.retainAll(other.teams);
    return new TeamScope(false, none && other.none, both);
  }
}
