package io.pomona.apns;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/**
 * Keeps a server that is away from being called by every push: after some failures in a row it lets
 * one push through at a time, further and further apart, until one succeeds.
 */
final class Breaker {
  private static final int TOLERATED = 3;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final double JITTER = 0.2;

  private final Clock clock;
  private final DoubleSupplier random;
  private int failures;
  private boolean probing;
  private Instant closedUntil = Instant.MIN;

  /**
   * @param random evenly between 0 and 1
   */
  Breaker(Clock clock, DoubleSupplier random) {
    this.clock = clock;
    this.random = random;
  }

  /** Whether to try now. A yes while the server seems away is given once per pause. */
  synchronized boolean mayPass() {
    if (failures < TOLERATED) {
      return true;
    }
    Instant now = clock.instant();
    if (now.isBefore(closedUntil)) {
      return false;
    }
    probing = true;
    closedUntil = now.plus(LONGEST);
    return true;
  }

  synchronized void succeeded() {
    failures = 0;
    probing = false;
    closedUntil = Instant.MIN;
  }

  /** Of many pushes that fail together while the server seems away, only the probe counts. */
  synchronized void failed() {
    if (failures >= TOLERATED && !probing) {
      return;
    }
    failures++;
    probing = false;
    closedUntil = clock.instant().plus(pause());
  }

  /** How long until the next try. */
  synchronized Duration pauseLeft() {
    Duration left =
        closedUntil.equals(Instant.MIN)
            ? Duration.ZERO
            : Duration.between(clock.instant(), closedUntil);
    return left.isNegative() ? Duration.ZERO : left;
  }

  synchronized boolean isOpen() {
    return failures >= TOLERATED;
  }

  private Duration pause() {
    int doublings = Math.min(Math.max(failures - TOLERATED, 0), 10);
    Duration pause = SHORTEST.multipliedBy(1L << doublings);
    Duration capped = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    double spread = 1 - JITTER + 2 * JITTER * random.getAsDouble();
    return Duration.ofMillis((long) (capped.toMillis() * spread));
  }
}
