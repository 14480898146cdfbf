package io.pomona.commands;

import io.pomona.api.organization.StatusCheck.Level;
import io.pomona.api.organization.StatusCheck.StatusLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that a timer starts again and again. While it fails, as with the database away, it is tried
 * more seldom and said in the log once, not at every tick.
 */
final class Sweep {
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private static final Duration LATE = Duration.ofMinutes(2);

  private final String name;
  private final Runnable work;
  private final Clock clock;
  private Instant pausedUntil = Instant.MIN;
  private volatile int failures;
  private volatile String lastFailure = "";
  private volatile Instant lastEnd;

  Sweep(String name, Runnable work, Clock clock) {
    this.name = name;
    this.work = work;
    this.clock = clock;
    this.lastEnd = clock.instant();
  }

  synchronized void run() {
    if (clock.instant().isBefore(pausedUntil)) {
      return;
    }
    try {
      work.run();
      succeeded();
    } catch (RuntimeException e) {
      failed(e);
    }
    lastEnd = clock.instant();
  }

  private void succeeded() {
    if (failures > 0) {
      LOG.info("{} works again", name);
    }
    failures = 0;
  }

  private void failed(RuntimeException e) {
    if (failures == 0) {
      LOG.warn("{} fails; it is tried again until it works", name, e);
    }
    lastFailure = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 8));
    failures = failures + 1;
    pausedUntil = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  /** Does not wait for work that goes on. */
  StatusLine status() {
    if (failures > 0) {
      return new StatusLine(name, Level.ERROR, "Fails and is tried again: " + lastFailure);
    }
    return lastEnd.plus(LATE).isBefore(clock.instant())
        ? new StatusLine(name, Level.ERROR, "Has not ended a round since " + lastEnd + ".")
        : new StatusLine(name, Level.OK, "Works.");
  }
}
