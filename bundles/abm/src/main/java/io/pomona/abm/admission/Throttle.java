package io.pomona.abm.admission;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts on this node what happens in a stretch of time, by key. Bounded, so that made-up keys
 * cannot fill the memory.
 */
public final class Throttle {
  private static final int REMEMBERED = 10_000;

  private record Count(Instant since, int times) {}

  private final Duration window;
  private final Map<String, Count> counts = new LinkedHashMap<>();

  public Throttle(Duration window) {
    this.window = window;
  }

  /** Counts it, unless it has happened as often as it may. */
  public synchronized boolean allows(String key, int most, Instant now) {
    if (times(key, now) >= most) {
      return false;
    }
    Count before = counts.getOrDefault(key, new Count(now, 0));
    counts.put(key, new Count(before.since(), before.times() + 1));
    return true;
  }

  /** How often it has happened. */
  public synchronized int times(String key, Instant now) {
    sweep(now);
    Count count = counts.get(key);
    return count == null ? 0 : count.times();
  }

  public Duration window() {
    return window;
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
