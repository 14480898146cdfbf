package io.pomona.abm.apple;

import java.time.Duration;
import java.util.Optional;

/** Keeps calls apart. */
final class Pace {
  /** So that no second has more than two calls, also when one of them is late. */
  static final Duration APPLES = Duration.ofMillis(600);

  private final long apart;
  private long free = System.nanoTime();

  Pace(Duration apart) {
    this.apart = apart.toNanos();
  }

  /** Waits for its turn. */
  void await() {
    long wait = turn() - System.nanoTime();
    try {
      if (wait > 0) {
        Thread.sleep(Duration.ofNanos(wait).toMillis() + 1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AppleRefusal(
          AppleRefusal.Kind.UNAVAILABLE, "interrupted while waiting", Optional.empty());
    }
  }

  private synchronized long turn() {
    long mine = Math.max(free, System.nanoTime());
    free = mine + apart;
    return mine;
  }
}
