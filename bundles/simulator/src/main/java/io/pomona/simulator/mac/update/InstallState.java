package io.pomona.simulator.mac.update;

import java.util.Locale;

/** How far a Mac is with its software update. */
public enum InstallState {
  NONE,
  DOWNLOADING,
  PREPARED,
  INSTALLING,
  FAILED;

  /** As status reports have it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
