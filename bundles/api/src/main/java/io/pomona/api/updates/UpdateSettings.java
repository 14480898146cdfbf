package io.pomona.api.updates;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What is set for the macOS updates of a team, as it was set.
 *
 * @param minimumVersion such as {@code 14.6.1}; there with the deadline or not at all
 * @param deadline the day
 * @param time empty for the usual one
 * @param zone empty for that of the organization, which is what is set for no team, or UTC
 */
public record UpdateSettings(
    Optional<String> minimumVersion,
    Optional<LocalDate> deadline,
    Optional<LocalTime> time,
    Optional<ZoneId> zone) {
  private static final UpdateSettings NOTHING =
      new UpdateSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public static UpdateSettings nothing() {
    return NOTHING;
  }

  /** What says the same by itself. */
  public static UpdateSettings of(UpdatePolicy policy) {
    return new UpdateSettings(
        Optional.of(policy.minimumVersion()),
        Optional.of(policy.deadline()),
        Optional.of(policy.time()),
        Optional.of(policy.zone()));
  }

  /**
   * What follows of it.
   *
   * @param organization the zone where none is set
   */
  public Optional<UpdatePolicy> policy(ZoneId organization) {
    return minimumVersion.flatMap(
        version ->
            deadline.map(
                day ->
                    new UpdatePolicy(
                        version,
                        day,
                        time.orElse(UpdatePolicy.USUAL_TIME),
                        zone.orElse(organization))));
  }
}
