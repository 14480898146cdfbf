package io.pomona.api.enrollment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What has to happen to a Mac that comes from another MDM, in the order of the board. */
public enum MigrationStep {
  /** It is un-enrolled from the old MDM: somebody says so, or it is enrolled here. */
  LEFT_OLD_MDM,
  /** ABM assigns it to this server. Not needed where it enrolls by hand. */
  ASSIGNED,
  /** Its user was told what to do. */
  USER_TOLD,
  /** Its user is an administrator of it; others cannot turn MDM on. */
  USER_ADMIN,
  /** What it says of itself counts once it is enrolled, before that what somebody says. */
  ACTIVATION_LOCK_OFF,
  ENROLLED,
  /**
   * A recovery key is here that opens its disk. Not needed where its disk is not encrypted and
   * nothing requires that it is.
   */
  KEY_ESCROWED;

  /** The name in the API: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<MigrationStep> of(String label) {
    return Arrays.stream(values()).filter(step -> step.label().equals(label)).findFirst();
  }
}
