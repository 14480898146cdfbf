package io.pomona.api.profiles;

import java.util.Locale;

/** What is being done to a Mac. */
public enum ProfileOperation {
  INSTALL,
  REMOVE;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
