package io.pomona.api;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts on this node what happens in a stretch of time, by key; the stretch of a key begins when
 * it is first counted. Bounded, so that made-up keys cannot fill the memory: the oldest are
 * forgotten first. For any number of threads.
 *
 * @param <K> with {@code equals}, such as a network address or a serial number
 */
public final class Throttle<K> {
  static final int REMEMBERED = 10_000;

  private record Count(Instant since, int times) {}

  private final Duration window;
  private final Map<K, Count> counts = new LinkedHashMap<>();

  public Throttle(Duration window) {
    this.window = window;
  }

  /** Counts it and says true, unless it has happened as often as it may. */
  public synchronized boolean allows(K key, int most, Instant now) {
    if (times(key, now) >= most) {
      return false;
    }
    Count before = counts.getOrDefault(key, new Count(now, 0));
    counts.put(key, new Count(before.since(), before.times() + 1));
    return true;
  }

  /** How often it has happened. */
  public synchronized int times(K key, Instant now) {
    sweep(now);
    Count count = counts.get(key);
    return count == null ? 0 : count.times();
  }

  /** One time less: it was allowed, and was not what is counted. */
  public synchronized void takeBack(K key) {
    counts.computeIfPresent(
        key, (same, count) -> new Count(count.since(), Math.max(0, count.times() - 1)));
  }

  public synchronized void forget(K key) {
    counts.remove(key);
  }

  /** How long to wait at most before it is allowed again. */
  public Duration window() {
    return window;
  }

  synchronized int remembered() {
    return counts.size();
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
