package io.pomona.api.abm;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far Apple is with the profile of a Mac. */
public enum AssignmentStatus {
  /** Apple has the profile that the Mac should get. */
  ASSIGNED,
  /** To be assigned shortly. */
  PENDING,
  /** Apple says that the Mac does not belong to this server. */
  NOT_ACCESSIBLE,
  /** Apple could not, or refuses the profile itself. */
  FAILED,
  /** Apple was asked too often. */
  THROTTLED;

  /** The name in the API: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<AssignmentStatus> find(String label) {
    return Arrays.stream(values()).filter(status -> status.label().equals(label)).findFirst();
  }

  /** Whether somebody should look. */
  public boolean isTrouble() {
    return this != ASSIGNED && this != PENDING;
  }
}
