package io.pomona.protocol.inventory;

import io.pomona.protocol.plist.PlistDict;
import java.util.Optional;

/** Reads the answer to RotateFileVaultKey. */
public final class RotateResult {
  private RotateResult() {}

  /**
   * The new recovery key, encrypted to the certificate that was sent. A Mac may leave it out though
   * it has replaced its key; then SecurityInfo has it some minutes later.
   *
   * @param report the whole report of the Mac
   */
  public static Optional<byte[]> encryptedNewRecoveryKey(PlistDict report) {
    return report
        .dict("RotateResult")
        .flatMap(result -> result.data("EncryptedNewRecoveryKey"))
        .filter(cms -> cms.length > 0);
  }
}
