package io.pomona.organization.expiry;

import io.pomona.api.organization.ExpirySource;
import io.pomona.api.organization.ExpirySource.Expiring;
import io.pomona.api.organization.StatusCheck.Level;
import io.pomona.api.organization.StatusCheck.StatusLine;
import java.time.Duration;
import java.time.Instant;

/** What is said of something that ends. */
final class ExpiryLine {
  private ExpiryLine() {}

  static StatusLine of(Expiring thing, Instant now) {
    Duration left = Duration.between(now, thing.notAfter());
    if (left.isNegative()) {
      return new StatusLine(thing.name(), Level.ERROR, ended(thing));
    }
    String message =
        "The %s ends in %s, on %s."
            .formatted(thing.subject(), days(daysLeft(thing, now)), thing.notAfter());
    if (left.compareTo(thing.warning()) >= 0) {
      return new StatusLine(thing.name(), Level.OK, message);
    }
    Level level = left.compareTo(thing.error()) < 0 ? Level.ERROR : Level.WARNING;
    return new StatusLine(thing.name(), level, message + " " + thing.renewal());
  }

  static StatusLine unknown(ExpirySource source, RuntimeException cause) {
    return new StatusLine(
        "organization.expiry",
        Level.WARNING,
        "%s cannot tell what ends: %s See the log."
            .formatted(source.getClass().getSimpleName(), cause.getMessage()));
  }

  private static String ended(Expiring thing) {
    String meaning = thing.consequence().isEmpty() ? "" : "; " + thing.consequence();
    return "The %s ended on %s%s. %s"
        .formatted(thing.subject(), thing.notAfter(), meaning, thing.renewal());
  }

  static long daysLeft(Expiring thing, Instant now) {
    return Math.max(0, Duration.between(now, thing.notAfter()).toDays());
  }

  private static String days(long days) {
    return days == 1 ? "1 day" : days + " days";
  }
}
