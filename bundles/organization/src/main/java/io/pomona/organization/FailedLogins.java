package io.pomona.organization;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts failed logins per e-mail address on this node and refuses further ones for a while.
 * Bounded, so that made-up addresses cannot fill the memory.
 */
final class FailedLogins {
  private static final int ALLOWED = 10;
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int REMEMBERED = 10_000;

  private record Failures(Instant since, int count) {}

  private final Map<String, Failures> byEmail =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  synchronized boolean tooMany(String email, Instant now) {
    Failures failures = byEmail.get(email);
    if (failures == null || failures.since().plus(WINDOW).isBefore(now)) {
      byEmail.remove(email);
      return false;
    }
    return failures.count() >= ALLOWED;
  }

  synchronized void failed(String email, Instant now) {
    Failures before = byEmail.getOrDefault(email, new Failures(now, 0));
    byEmail.put(email, new Failures(before.since(), before.count() + 1));
  }

  synchronized void succeeded(String email) {
    byEmail.remove(email);
  }
}
