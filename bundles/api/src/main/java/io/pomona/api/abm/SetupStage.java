package io.pomona.api.abm;

import java.util.Locale;

/** Where a Mac is between its automatic enrollment and its first login. */
public enum SetupStage {
  /** Waits in Setup Assistant until everything has come. */
  PREPARING,
  /** Has been told to go on, and has not yet said that it does. */
  RELEASING,
  /** Does not wait, or no longer. */
  ENDED;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
