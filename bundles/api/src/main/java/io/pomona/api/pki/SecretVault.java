package io.pomona.api.pki;

import io.pomona.api.Secret;

/**
 * Seals what must not be readable in a database, a backup or a file: AES-256-GCM under a key of the
 * master key. Thread-safe and quick.
 */
public interface SecretVault {
  /**
   * @param purpose what the secret is, for example {@code apns.key}; the same text opens it, so
   *     that a sealed value cannot be moved to another place
   */
  byte[] seal(String purpose, Secret secret);

  /**
   * @throws io.pomona.api.MdmException unavailable {@code pki.cannot_unseal} when the value was
   *     sealed under another master key or purpose, or was altered
   */
  Secret open(String purpose, byte[] sealed);
}
