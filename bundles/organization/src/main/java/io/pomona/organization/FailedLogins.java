package io.pomona.organization;

import io.pomona.api.Throttle;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts logins that have not succeeded on this node and refuses further ones for a while: few per
 * account and source, so that a stranger cannot lock somebody out, and more per source.
 */
public final class FailedLogins {
  public static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int PER_ACCOUNT = 10;
  private static final int PER_SOURCE = 100;

  private record Account(String email, String source) {}

  private final Throttle<Account> accounts = new Throttle<>(WINDOW);
  private final Throttle<String> sources = new Throttle<>(WINDOW);

  /**
   * Counts an attempt before it is looked at, so that parallel ones count as well.
   *
   * @return false when there were too many
   */
  public synchronized boolean begin(String email, String source, Instant now) {
    Account account = new Account(email, source);
    return accounts.times(account, now) < PER_ACCOUNT
        && sources.allows(source, PER_SOURCE, now)
        && accounts.allows(account, PER_ACCOUNT, now);
  }

  public void succeeded(String email, String source) {
    accounts.forget(new Account(email, source));
    sources.takeBack(source);
  }
}
