package io.pomona.api.profiles;

import java.util.Locale;

/** How far a profile is on a Mac. */
public enum ProfileStatus {
  /** To be sent, or sent and not answered. */
  PENDING,
  /** Acknowledged, not yet seen in a ProfileList. */
  VERIFYING,
  /** Acknowledged and seen in a later ProfileList. */
  VERIFIED,
  /** Refused twice, or gone from the Mac after it was verified. */
  FAILED;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
