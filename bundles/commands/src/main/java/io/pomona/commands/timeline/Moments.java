package io.pomona.commands.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people say them, seen from now. */
record Moments(Instant now) {
  private static final Duration MOMENT = Duration.ofSeconds(5);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(6);
  private static final DateTimeFormatter WEEKDAY = format("EEEE 'at' HH:mm 'UTC'");
  private static final DateTimeFormatter DATE = format("d MMMM uuuu 'at' HH:mm 'UTC'");

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }

  /** As in: was queued 5 minutes ago. */
  String ago(Instant then) {
    Duration past = Duration.between(then, now);
    if (past.compareTo(MOMENT) < 0) {
      return "just now";
    }
    return past.compareTo(DAY) < 0 ? length(past) + " ago" : "on " + day(then, past);
  }

  /** As in: has not polled for 5 minutes, since Tuesday. */
  String since(Instant then) {
    Duration past = Duration.between(then, now);
    return past.compareTo(DAY) < 0 ? "for " + length(past) : "since " + day(then, past);
  }

  /** As in: is asked again in 5 minutes. */
  String ahead(Instant then) {
    Duration wait = Duration.between(now, then);
    return wait.compareTo(MOMENT) < 0 ? "at once" : "in " + length(wait);
  }

  boolean isWithin(Duration past, Instant then) {
    return then.plus(past).isAfter(now);
  }

  private static String day(Instant then, Duration past) {
    return (past.compareTo(WEEK) < 0 ? WEEKDAY : DATE).format(then);
  }

  private static String length(Duration length) {
    if (length.compareTo(Duration.ofMinutes(1)) < 0) {
      return count(Math.max(1, length.toSeconds()), "second");
    }
    if (length.compareTo(Duration.ofHours(1)) < 0) {
      return count(length.toMinutes(), "minute");
    }
    return count(length.toHours(), "hour");
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
