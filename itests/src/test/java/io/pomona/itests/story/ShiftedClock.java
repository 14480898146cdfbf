package io.pomona.itests.story;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of this machine, or a time apart from it. */
public final class ShiftedClock extends Clock {
  private volatile Duration shift = Duration.ZERO;

  public void shift(Duration from) {
    shift = from;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(shift);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** Itself: only instants are asked for. */
  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
