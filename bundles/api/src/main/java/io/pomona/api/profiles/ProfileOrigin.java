package io.pomona.api.profiles;

import java.util.Locale;

/** What brought an uploaded profile. */
public enum ProfileOrigin {
  /** Somebody uploaded it by itself, wherever from. */
  CONSOLE,
  /** A file that was applied lists it; applied without it, the profile goes. */
  FILE;

  /** The name in the API: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
