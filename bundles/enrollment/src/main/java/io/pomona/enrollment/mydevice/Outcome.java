package io.pomona.enrollment.mydevice;

import io.pomona.api.enrollment.Host;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What came of a refetch, as far as it is known now: an address that is opened anew tells what has
 * happened since.
 *
 * @param told what was said then
 * @param asked when that was
 */
record Outcome(Told told, Instant asked) {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String HERE = "Your Mac has answered. Its details are below.";
  private static final String SILENT =
      "Your Mac was asked for its details and has not answered yet. Is it awake and online? If it"
          + " is, and this stays so, contact your IT administrator.";

  /** Whatever an address says. */
  static Optional<Outcome> of(String told, long seconds) {
    return seconds <= 0 || seconds > Instant.MAX.getEpochSecond()
        ? Optional.empty()
        : Told.of(told).map(it -> new Outcome(it, Instant.ofEpochSecond(seconds)));
  }

  String query() {
    return "?told=" + told.label() + "&at=" + asked.getEpochSecond();
  }

  /** Empty when it is over. */
  Optional<String> sentence(Host host, Instant now) {
    boolean old = asked.plus(PATIENCE).isBefore(now);
    boolean ofMac = told == Told.MAC || told == Told.WAIT && host.refetchRequested();
    if (!ofMac) {
      return old ? Optional.empty() : Optional.of(told.sentence());
    }
    if (host.refetchRequested()) {
      return Optional.of(old ? SILENT : told.sentence());
    }
    return host.detailsUpdatedAt().filter(at -> !at.isBefore(asked)).map(at -> HERE);
  }
}
