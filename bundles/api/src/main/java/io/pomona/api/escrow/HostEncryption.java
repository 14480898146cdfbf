package io.pomona.api.escrow;

import java.util.Optional;

/**
 * Disk encryption of one Mac.
 *
 * @param status empty where it is not turned on
 * @param detail why it is so and what is to be done, in a sentence; may be empty text
 * @param keyAvailable whether a recovery key of this Mac is kept that opens, of whatever enrollment
 */
public record HostEncryption(
    Optional<DiskEncryptionStatus> status,
    Optional<ActionRequired> action,
    String detail,
    boolean keyAvailable) {
  /** What a person at the Mac, who is an admin of it, types in Terminal for a new recovery key. */
  public static final String NEW_KEY = "sudo fdesetup changerecovery -personal";

  private static final String LOG_OUT =
      "The disk is not encrypted yet. Log out of the Mac or restart it, and turn FileVault on when"
          + " it asks.";
  private static final String ROTATE_KEY =
      " To make a new one that is kept here, an administrator of the Mac types "
          + NEW_KEY
          + " in Terminal; an admin may upload Escrow Buddy instead, which does it at the next"
          + " login.";

  /** Where somebody has to log out. */
  public static HostEncryption loggingOut(boolean keyAvailable) {
    return new HostEncryption(
        Optional.of(DiskEncryptionStatus.ACTION_REQUIRED),
        Optional.of(ActionRequired.LOG_OUT),
        LOG_OUT,
        keyAvailable);
  }

  /**
   * Where the recovery key of the disk is not known.
   *
   * @param reason why, in a sentence
   */
  public static HostEncryption resettingKey(String reason, boolean keyAvailable) {
    return new HostEncryption(
        Optional.of(DiskEncryptionStatus.ACTION_REQUIRED),
        Optional.of(ActionRequired.ROTATE_KEY),
        reason + ROTATE_KEY,
        keyAvailable);
  }

  /** Where nobody has to do anything. */
  public static HostEncryption of(
      DiskEncryptionStatus status, String detail, boolean keyAvailable) {
    return new HostEncryption(Optional.of(status), Optional.empty(), detail, keyAvailable);
  }

  public static HostEncryption none() {
    return new HostEncryption(Optional.empty(), Optional.empty(), "", false);
  }
}
