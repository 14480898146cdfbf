package io.pomona.store.sql;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Times in the database are microseconds since the epoch: no driver, dialect or time zone comes
 * between what is written and what is read.
 */
public final class Micros {
  private Micros() {}

  public static long of(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
