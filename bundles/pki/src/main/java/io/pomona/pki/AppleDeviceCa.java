package io.pomona.pki;

import io.pomona.protocol.digest.Sha256;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/**
 * The key of "Apple iPhone Device CA", which issues the certificates that Macs, too, are made with.
 * Its own certificate ended in 2014, Apple's products use it still: what counts is the key.
 */
final class AppleDeviceCa {
  /** Of the SubjectPublicKeyInfo. */
  static final String SHA256 = "13686ec675f9fd26a123adb17b5533f593cf451edd6105ae39b748277a3922e5";

  private static final String KEY =
      """
      MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDxlErJ6rpaGGCty6JNTU5UGWkX
      WQdmy5foZppHX0auZ3q1SnNUscsE9r02uAxVOIqEgzFSZfkz4Zd3nCtMJrAlP+ky
      qnsIdJTswUs4HWdOCFKUWotZo1zXk/Sg/lWFu0xGl15usndFL2dcvAsYv1m5bIb3
      KnV20hlx9CljuSULrwIDAQAB
      """;

  private AppleDeviceCa() {}

  static RSAPublicKey key() {
    byte[] spki = Base64.getMimeDecoder().decode(KEY);
    if (!Sha256.hex(spki).equals(SHA256)) {
      throw new IllegalStateException("The key of Apple's device CA was altered.");
    }
    return RsaKey.publicKey(spki, PinnedDeviceCas.LEAST_BITS);
  }
}
