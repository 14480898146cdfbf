package io.pomona.simulator.apple.abm;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a server is in the list of its devices or in the log of what happened to them.
 *
 * @param position the next line of the log to look at
 * @param since fetching: where the log is to be taken up afterwards; syncing: the same as position
 */
record AbmCursor(String server, boolean fetching, int position, int since, Instant issued) {

  static final Duration LIFE = Duration.ofDays(7);

  /** Opaque and different each time, as Apple's are. */
  String text() {
    String plain =
        String.join(
            ":",
            fetching ? "0" : "1",
            Integer.toString(position),
            Integer.toString(since),
            Long.toString(issued.toEpochMilli()),
            server);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }

  boolean expired(Instant now) {
    return now.isAfter(issued.plus(LIFE));
  }

  /** Empty where it is none that this server was given. */
  static Optional<AbmCursor> of(String text, AbmServer server) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
      String[] parts = plain.split(":");
      AbmCursor cursor =
          new AbmCursor(
              parts[4],
              parts[0].equals("0"),
              Integer.parseInt(parts[1]),
              Integer.parseInt(parts[2]),
              Instant.ofEpochMilli(Long.parseLong(parts[3])));
      boolean possible =
          cursor.server.equals(server.uuid())
              && Math.max(cursor.position, cursor.since) <= server.events().size();
      return possible ? Optional.of(cursor) : Optional.empty();
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }
}
