package io.pomona.enrollment.mydevice;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts on this node what happens in a stretch of time, by key. Bounded, so that made-up keys
 * cannot fill the memory.
 */
final class Tries {
  private static final int REMEMBERED = 10_000;

  private record Count(Instant since, int times) {}

  private final Duration window;
  private final Map<Object, Count> counts = new LinkedHashMap<>();

  Tries(Duration window) {
    this.window = window;
  }

  /** Counts it, unless it has happened as often as it may. */
  synchronized boolean allows(Object key, int most, Instant now) {
    sweep(now);
    Count before = counts.getOrDefault(key, new Count(now, 0));
    if (before.times() >= most) {
      return false;
    }
    counts.put(key, new Count(before.since(), before.times() + 1));
    return true;
  }

  /** The oldest come first: their place is that of their first time. */
  private void sweep(Instant now) {
    Instant old = now.minus(window);
    var oldest = counts.values().iterator();
    while (oldest.hasNext()) {
      if (oldest.next().since().isAfter(old) && counts.size() < REMEMBERED) {
        return;
      }
      oldest.remove();
    }
  }
}
