package io.pomona.organization;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts logins that have not succeeded on this node and refuses further ones for a while: few per
 * account and source, so that a stranger cannot lock somebody out, and more per source. Bounded and
 * swept, so that made-up addresses cannot fill the memory.
 */
public final class FailedLogins {
  public static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int PER_ACCOUNT = 10;
  private static final int PER_SOURCE = 100;
  private static final int REMEMBERED = 10_000;

  private record Attempts(Instant since, int count) {}

  private final Map<String, Attempts> byKey = new LinkedHashMap<>();

  /**
   * Counts an attempt before it is looked at, so that parallel ones count as well.
   *
   * @return false when there were too many
   */
  public synchronized boolean begin(String email, String source, Instant now) {
    sweep(now);
    if (count(source) >= PER_SOURCE || count(pair(email, source)) >= PER_ACCOUNT) {
      return false;
    }
    add(source, 1, now);
    add(pair(email, source), 1, now);
    return true;
  }

  public synchronized void succeeded(String email, String source, Instant now) {
    byKey.remove(pair(email, source));
    add(source, -1, now);
  }

  private int count(String key) {
    Attempts attempts = byKey.get(key);
    return attempts == null ? 0 : attempts.count();
  }

  private void add(String key, int more, Instant now) {
    Attempts before = byKey.getOrDefault(key, new Attempts(now, 0));
    byKey.put(key, new Attempts(before.since(), Math.max(0, before.count() + more)));
  }

  /** The oldest come first: their place is that of their first attempt. */
  private void sweep(Instant now) {
    Instant old = now.minus(WINDOW);
    var oldest = byKey.values().iterator();
    while (oldest.hasNext()) {
      if (!oldest.next().since().isBefore(old) && byKey.size() < REMEMBERED) {
        return;
      }
      oldest.remove();
    }
  }

  private static String pair(String email, String source) {
    return source + " " + email;
  }

  synchronized int remembered() {
    return byKey.size();
  }
}
