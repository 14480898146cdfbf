package io.pomona.cli.sso;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret of this process, and what the server learns of it beforehand (RFC 7636). */
record Proof(String verifier) {
  private static final SecureRandom RANDOM = new SecureRandom();

  static Proof random() {
    return new Proof(text());
  }

  /** 256 random bits. */
  static String text() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return base64(bytes);
  }

  String challenge() {
    try {
      byte[] bytes = verifier.getBytes(StandardCharsets.US_ASCII);
      return base64(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
