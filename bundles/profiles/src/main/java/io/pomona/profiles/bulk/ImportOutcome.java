package io.pomona.profiles.bulk;

import java.util.Locale;

/** What became of a file. */
public enum ImportOutcome {
  /** Stored; with a dry run: would be. */
  ADDED,
  /** There already, byte for byte. */
  UNCHANGED,
  /** Its identifier or name is that of another profile of the scope. */
  CONFLICT,
  /** No profile that is taken, for the reason that is given. */
  REFUSED,
  /** No profile by its name. */
  SKIPPED;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
