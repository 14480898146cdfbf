package io.pomona.enrollment;

import io.pomona.api.enrollment.Host;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How long ago a Mac was heard of, in the reference's words. */
public enum HostSeen {
  NEW,
  ONLINE,
  OFFLINE,
  MIA;

  // Macs without news are asked once a day, so a day is what one may be silent.
  private static final Duration QUIET = Duration.ofHours(25);
  private static final Duration MISSING = Duration.ofDays(30);

  public static HostSeen of(Host host, Instant now) {
    if (host.lastSeenAt().isEmpty()) {
      return NEW;
    }
    Duration silence = Duration.between(host.lastSeenAt().get(), now);
    if (silence.compareTo(MISSING) >= 0) {
      return MIA;
    }
    return silence.compareTo(QUIET) < 0 ? ONLINE : OFFLINE;
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
