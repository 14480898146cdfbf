package io.pomona.api.enrollment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a step of a migration is. */
public enum MigrationState {
  DONE,
  /** Not done, or not known. */
  OPEN,
  /** It is known to be otherwise than it must be: somebody has to do something. */
  BLOCKED,
  NOT_NEEDED;

  /** The name in the API: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing is left to do. */
  public boolean isSettled() {
    return this == DONE || this == NOT_NEEDED;
  }

  public static Optional<MigrationState> of(String label) {
    return Arrays.stream(values()).filter(state -> state.label().equals(label)).findFirst();
  }
}
