package io.pomona.abm;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** How long to wait until the next look; never exactly the same, so that servers do not meet. */
final class BackOff {
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int DOUBLINGS = 12;
  private static final double JITTER = 0.2;

  private final Duration interval;
  private final DoubleSupplier random;

  /**
   * @param random from 0 to 1
   */
  BackOff(Duration interval, DoubleSupplier random) {
    this.interval = interval;
    this.random = random;
  }

  /** After a look that succeeded. */
  Duration usual() {
    return jittered(interval);
  }

  /**
   * @param attempts how many have failed before
   * @param asked what Apple asks to wait at least
   */
  Duration after(int attempts, Optional<Duration> asked) {
    Duration first = interval.compareTo(FIRST) < 0 ? interval : FIRST;
    Duration doubled = first.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
    Duration own = jittered(doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled);
    return asked.filter(wait -> wait.compareTo(own) > 0).orElse(own);
  }

  private Duration jittered(Duration wait) {
    double factor = 1 + JITTER * random.getAsDouble();
    return Duration.ofMillis((long) (wait.toMillis() * factor));
  }
}
