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
  public static HostEncryption none() {
    return new HostEncryption(Optional.empty(), Optional.empty(), "", false);
  }
}
