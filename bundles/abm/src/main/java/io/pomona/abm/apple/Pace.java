package io.pomona.abm.apple;

import java.time.Duration;
import java.util.Optional;

/** Keeps calls apart, so that no second has more than two of them. */
final class Pace {
  private static final long APART = Duration.ofMillis(600).toNanos();

  private long free = System.nanoTime();

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
    free = mine + APART;
    return mine;
  }
}
