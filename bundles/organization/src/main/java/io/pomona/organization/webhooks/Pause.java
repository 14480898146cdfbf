package io.pomona.organization.webhooks;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How long a receiver is left alone after an attempt that failed: twice as long each time up to an
 * hour, a fifth more or less so that receivers are not met by all at once, and longer where it says
 * so itself, up to a day.
 */
record Pause(DoubleSupplier random) {
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration LONGEST_ASKED = Duration.ofDays(1);
  private static final int MOST_DOUBLINGS = 11;

  /**
   * @param failures how many attempts have failed before this one
   */
  Duration after(int failures, Optional<Duration> asked) {
    Duration doubled = FIRST.multipliedBy(1L << Math.min(MOST_DOUBLINGS, failures));
    Duration own = shorter(doubled, LONGEST);
    Duration spread = own.multipliedBy((long) (800 + 400 * random.getAsDouble())).dividedBy(1000);
    return asked
        .map(wanted -> shorter(wanted, LONGEST_ASKED))
        .filter(wanted -> wanted.compareTo(spread) > 0)
        .orElse(spread);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
