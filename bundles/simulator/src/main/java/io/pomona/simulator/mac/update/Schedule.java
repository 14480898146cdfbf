package io.pomona.simulator.mac.update;

import io.pomona.simulator.wire.Plist;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What ScheduleOSUpdate asked for.
 *
 * @param mostDeferrals how often the user may say no, once a day; -1: not limited, nor counted
 */
public record Schedule(String action, long mostDeferrals, long deferralsLeft, Instant next) {

  private static final Duration DAY = Duration.ofDays(1);

  static final Schedule NONE = new Schedule("", -1, -1, Instant.EPOCH);

  static Schedule of(String action, long mostDeferrals, Instant now) {
    return new Schedule(action, mostDeferrals, mostDeferrals, now.plus(DAY));
  }

  boolean counted() {
    return mostDeferrals >= 0;
  }

  /** The user was asked and said no. */
  Schedule deferred() {
    return new Schedule(action, mostDeferrals, deferralsLeft - 1, next.plus(DAY));
  }

  Map<String, Object> saved() {
    return Map.of(
        "Action", action,
        "MostDeferrals", mostDeferrals,
        "DeferralsLeft", deferralsLeft,
        "Next", next.toString());
  }

  static Schedule restored(Plist values) {
    return new Schedule(
        values.text("Action").orElse(""),
        values.number("MostDeferrals", -1),
        values.number("DeferralsLeft", -1),
        values.text("Next").map(Instant::parse).orElse(Instant.EPOCH));
  }
}
