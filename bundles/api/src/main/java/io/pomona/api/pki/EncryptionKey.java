package io.pomona.api.pki;

import io.pomona.api.Secret;

/**
 * A key pair for one purpose: who gets the certificate encrypts for us, and only the key opens it.
 *
 * @param key PKCS#8 in DER; seal it before it is stored
 * @param certificate self-signed X.509 in DER, to be handed out
 */
public record EncryptionKey(Secret key, byte[] certificate) {
  @Override
  public String toString() {
    return "EncryptionKey[********]";
  }
}
