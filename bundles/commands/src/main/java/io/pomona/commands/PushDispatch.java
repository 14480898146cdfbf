package io.pomona.commands;

import io.pomona.api.apns.PushCertificateInfo;
import io.pomona.api.apns.PushCertificates;
import io.pomona.api.apns.PushVerdict;
import io.pomona.api.apns.PushVerdict.Outcome;
import io.pomona.api.apns.Pusher;
import io.pomona.api.commands.WakeStore;
import io.pomona.api.commands.WakeStore.Pushed;
import io.pomona.api.commands.WakeStore.Wake;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pushes to every channel that is due, many at once. While Apple is away it tries with a single
 * push and leaves the others as they are; without a push certificate it takes nothing at all.
 */
final class PushDispatch {
  private static final Logger LOG = LoggerFactory.getLogger(PushDispatch.class);
  private static final int BATCH = 500;
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(5);

  private final WakeStore wakes;
  private final Pusher pusher;
  private final PushCertificates certificates;
  private final PushSchedule schedule;
  private final PushVerdicts verdicts;
  private final int most;
  private final Clock clock;
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile Optional<Instant> awayUntil = Optional.empty();

  /**
   * @param verdicts where verdicts are stored, since the pusher's threads must not wait
   * @param most pushes under way at once
   */
  PushDispatch(
      WakeStore wakes,
      Pusher pusher,
      PushCertificates certificates,
      PushSchedule schedule,
      Executor verdicts,
      int most,
      Clock clock) {
    this.wakes = wakes;
    this.pusher = pusher;
    this.certificates = certificates;
    this.schedule = schedule;
    this.verdicts = new PushVerdicts(wakes, verdicts);
    this.most = most;
    this.clock = clock;
  }

  void sweep() {
    Instant now = clock.instant();
    if (!hasCertificate(now) || awayUntil.filter(now::isBefore).isPresent()) {
      return;
    }
    wakes.forgetEmptied(now);
    int wanted = awayUntil.isPresent() ? 1 : BATCH;
    int room = Math.min(wanted, most - underWay.get());
    while (room > 0) {
      List<Wake> due = wakes.lease(room, now, LEASE);
      due.forEach(this::push);
      boolean more = due.size() == room && awayUntil.isEmpty();
      room = more ? Math.min(BATCH, most - underWay.get()) : 0;
    }
  }

  int underWay() {
    return underWay.get();
  }

  boolean isAppleAway() {
    return awayUntil.isPresent();
  }

  private boolean hasCertificate(Instant now) {
    return certificates
        .current()
        .map(PushCertificateInfo::notAfter)
        .filter(now::isBefore)
        .isPresent();
  }

  private void push(Wake wake) {
    underWay.incrementAndGet();
    try {
      pusher
          .push(wake.target())
          .whenComplete((verdict, bug) -> ended(wake, verdictOf(verdict, bug)));
    } catch (RuntimeException e) {
      ended(wake, unavailable(e));
    }
  }

  private static PushVerdict verdictOf(PushVerdict verdict, Throwable bug) {
    return bug == null ? verdict : unavailable(bug);
  }

  private static PushVerdict unavailable(Throwable bug) {
    LOG.warn("The pusher failed", bug);
    return PushVerdict.of(Outcome.UNAVAILABLE, "The pusher failed.");
  }

  private void ended(Wake wake, PushVerdict verdict) {
    underWay.decrementAndGet();
    Instant now = clock.instant();
    awayUntil =
        verdict.outcome() == Outcome.UNAVAILABLE
            ? Optional.of(now.plus(pause(verdict)))
            : Optional.empty();
    Instant next = schedule.next(verdict, wake.attempts(), now);
    verdicts.add(new Pushed(wake.channel(), wake.target(), verdict, next, now));
  }

  private static Duration pause(PushVerdict verdict) {
    Duration asked = verdict.retryAfter().orElse(USUAL_PAUSE);
    return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
  }
}
