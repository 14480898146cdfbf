package io.pomona.api.organization;

import io.pomona.api.enrollment.HostId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which activities. All parts must hold. Of which host and team an activity is, is known once it
 * stands in the chain, which takes a second or two.
 *
 * @param type empty = all
 * @param actorEmail in lower case
 * @param since from then on
 * @param until before then
 * @param query part of the actor's name or e-mail address or of the type, upper or lower case;
 *     empty text = all
 * @param scope of whose teams; what is of no team is in the scope of everything only
 */
public record ActivityFilter(
    Optional<ActivityType> type,
    Optional<UserId> actor,
    Optional<String> actorEmail,
    Optional<HostId> host,
    Optional<TeamId> team,
    Optional<Instant> since,
    Optional<Instant> until,
    String query,
    TeamScope scope) {

  public static ActivityFilter all() {
    return new ActivityFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        TeamScope.everywhere());
  }

  /** The same, of these only. */
  public ActivityFilter within(TeamScope limit) {
    return new ActivityFilter(
        type, actor, actorEmail, host, team, since, until, query, scope.and(limit));
  }
}
