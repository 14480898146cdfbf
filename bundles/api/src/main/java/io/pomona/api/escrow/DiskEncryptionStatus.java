package io.pomona.api.escrow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far disk encryption is on a Mac where it is, or was, turned on. */
public enum DiskEncryptionStatus {
  /** The profile is there, the disk is encrypted, and the key that is kept opens it. */
  VERIFIED,
  /** The profile was acknowledged; what the Mac says next decides. */
  VERIFYING,
  /** Somebody at the Mac has to do something: {@link ActionRequired}. */
  ACTION_REQUIRED,
  /** The profile is on its way. */
  ENFORCING,
  FAILED,
  /** The profile is being taken off; the disk stays encrypted. */
  REMOVING_ENFORCEMENT;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<DiskEncryptionStatus> of(String label) {
    return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
  }
}
