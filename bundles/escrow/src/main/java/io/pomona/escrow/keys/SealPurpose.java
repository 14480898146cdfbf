package io.pomona.escrow.keys;

import io.pomona.api.escrow.EscrowCertificateId;

/** What a sealed value of this slice is, so that none can be put in another's place. */
public final class SealPurpose {
  /** Private keys of escrow certificates. */
  public static final String CERTIFICATE = "escrow.certificate";

  private SealPurpose() {}

  /** Recovery keys sealed under this generation. */
  public static String recoveryKey(EscrowCertificateId generation) {
    return "escrow.recovery_key." + generation.value();
  }
}
