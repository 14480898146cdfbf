package io.pomona.escrow.keys;

import io.pomona.api.Secret;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.SealedKey;
import io.pomona.api.pki.SecretVault;

/** Recovery keys as they are kept, and what is in them. */
public record KeySeals(SecretVault vault) {
  /**
   * @throws io.pomona.api.MdmException unavailable, as {@link SecretVault#open} says
   */
  public Secret open(SealedKey key) {
    return vault.open(SealPurpose.recoveryKey(key.generation()), key.sealed());
  }

  /** The same key sealed under another generation. */
  public SealedKey under(EscrowCertificateId generation, SealedKey key) {
    byte[] sealed = vault.seal(SealPurpose.recoveryKey(generation), open(key));
    return new SealedKey(key.id(), generation, sealed);
  }
}
