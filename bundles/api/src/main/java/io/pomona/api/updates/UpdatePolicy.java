package io.pomona.api.updates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The macOS that a team's Macs must have and by when.
 *
 * @param minimumVersion such as {@code 14.6.1}
 * @param deadline the day
 * @param time on the clock of the wall
 * @param zone where that wall is
 */
public record UpdatePolicy(String minimumVersion, LocalDate deadline, LocalTime time, ZoneId zone) {
  public static final LocalTime USUAL_TIME = LocalTime.of(20, 0);
  public static final ZoneId USUAL_ZONE = ZoneId.of("UTC");

  /** On the clock of the wall, as a declaration has it. */
  public LocalDateTime localDeadline() {
    return deadline.atTime(time);
  }

  /** The same as an instant, as Nudge has it. */
  public Instant instant() {
    return localDeadline().atZone(zone).toInstant();
  }
}
