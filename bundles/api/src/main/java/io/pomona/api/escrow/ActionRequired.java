package io.pomona.api.escrow;

import java.util.Locale;

/** What the person at a Mac has to do for its disk encryption. */
public enum ActionRequired {
  /** Log out, or restart: the disk is encrypted at the next login. */
  LOG_OUT,
  /** Make a new recovery key: that of the disk is not known here. */
  ROTATE_KEY;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
