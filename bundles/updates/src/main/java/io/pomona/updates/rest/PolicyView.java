package io.pomona.updates.rest;

import io.pomona.api.organization.TeamId;
import io.pomona.api.updates.UpdatePolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a team requires.
 *
 * @param teamId 0 for no team
 * @param minimumVersion empty text for nothing
 * @param deadlineInstant the same as an instant
 */
public record PolicyView(
    long teamId,
    String minimumVersion,
    String deadline,
    String deadlineTime,
    String timeZone,
    Optional<Instant> deadlineInstant) {
  static PolicyView of(
      Optional<TeamId> team, Optional<UpdatePolicy> policy, LocalTime time, ZoneId zone) {
    return new PolicyView(
        team.map(TeamId::value).orElse(0L),
        policy.map(UpdatePolicy::minimumVersion).orElse(""),
        policy.map(UpdatePolicy::deadline).map(LocalDate::toString).orElse(""),
        policy.map(UpdatePolicy::time).orElse(time).toString(),
        policy.map(UpdatePolicy::zone).orElse(zone).getId(),
        policy.map(UpdatePolicy::instant));
  }
}
