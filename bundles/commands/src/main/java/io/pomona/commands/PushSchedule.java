package io.pomona.commands;

import io.pomona.api.apns.PushVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/**
 * When to push to a channel again whose commands are still waiting: at first after a minute, then
 * ever more seldom while the Mac stays silent, and never at the same moment for all.
 */
final class PushSchedule {
  static final Duration FIRST = Duration.ofMinutes(1);
  static final Duration LONGEST = Duration.ofHours(24);
  private static final Duration APPLE_AWAY = Duration.ofSeconds(10);
  private static final Duration TOO_MANY = Duration.ofMinutes(5);
  private static final Duration OPERATOR = Duration.ofMinutes(10);
  private static final Duration NO_CERTIFICATE = Duration.ofSeconds(30);
  private static final double JITTER = 0.2;

  private final DoubleSupplier random;

  /**
   * @param random evenly between 0 and 1
   */
  PushSchedule(DoubleSupplier random) {
    this.random = random;
  }

  /**
   * @param attempts pushes since the Mac was last heard of, before this one
   */
  Instant next(PushVerdict verdict, int attempts, Instant now) {
    return switch (verdict.outcome()) {
      case ACCEPTED -> now.plus(spread(doubled(FIRST, attempts)));
      case UNREGISTERED, BAD_TOKEN -> now.plus(LONGEST);
      case THROTTLED -> now.plus(later(verdict, doubled(TOO_MANY, attempts)));
      case UNAVAILABLE -> now.plus(later(verdict, APPLE_AWAY));
      case REFUSED -> now.plus(spread(doubled(OPERATOR, attempts)));
      case NO_CERTIFICATE -> now.plus(spread(NO_CERTIFICATE));
    };
  }

  /** Never sooner than Apple asks. */
  private Duration later(PushVerdict verdict, Duration usual) {
    Duration asked = verdict.retryAfter().orElse(usual);
    return asked.plusMillis((long) (asked.toMillis() * JITTER * random.getAsDouble()));
  }

  private Duration spread(Duration pause) {
    double factor = 1 - JITTER + 2 * JITTER * random.getAsDouble();
    return Duration.ofMillis((long) (pause.toMillis() * factor));
  }

  private static Duration doubled(Duration first, int attempts) {
    Duration pause = first.multipliedBy(1L << Math.min(Math.max(attempts, 0), 20));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
