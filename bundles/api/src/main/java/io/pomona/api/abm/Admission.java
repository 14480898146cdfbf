package io.pomona.api.abm;

import java.time.Instant;
import java.util.Optional;

/**
 * An admin lets a Mac in once although a check would refuse it. It stands until the Mac has begun
 * to enroll, so that one whose profile got lost on the way may ask again.
 *
 * @param by who it is that let it in
 * @param udid the Mac that has come with it, and that alone may come again
 */
public record Admission(String serialNumber, String by, Instant expires, Optional<String> udid) {
  /** One with which nobody has come yet. */
  public static Admission of(String serialNumber, String by, Instant expires) {
    return new Admission(serialNumber, by, expires, Optional.empty());
  }

  /** Whether this Mac may come with it. */
  public boolean isFor(String machine) {
    return udid.map(machine::equals).orElse(true);
  }
}
