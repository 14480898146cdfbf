package io.pomona.simulator.mac.lock;

import io.pomona.simulator.mac.ErrorItem;
import io.pomona.simulator.mac.command.Answer;
import java.time.Clock;
import java.time.Duration;

/** The bypass code for the server: supervised Macs give it for 15 days after they became so. */
public final class ActivationLock {

  private static final Duration OFFERED = Duration.ofDays(15);

  private final Locks locks;
  private final Clock clock;

  public ActivationLock(Locks locks, Clock clock) {
    this.locks = locks;
    this.clock = clock;
  }

  public Answer bypassCode(boolean supervised) {
    if (!supervised) {
      return unavailable("This Mac is not supervised");
    } else if (clock.instant().isAfter(locks.supervisedSince().plus(OFFERED))) {
      return unavailable("The Activation Lock bypass code is no longer available");
    }
    return locks
        .bypassCode()
        .map(code -> Answer.acknowledged("ActivationLockBypassCode", code))
        .orElseGet(() -> unavailable("There is no Activation Lock bypass code"));
  }

  public Answer clear(boolean supervised) {
    if (!supervised) {
      return unavailable("This Mac is not supervised");
    }
    locks.clearBypassCode();
    return Answer.acknowledged();
  }

  private static Answer unavailable(String reason) {
    return Answer.error(new ErrorItem(12067, "MCMDMErrorDomain", reason));
  }
}
