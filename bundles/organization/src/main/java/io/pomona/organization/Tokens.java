package io.pomona.organization;

import io.pomona.api.Secret;
import io.pomona.protocol.digest.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** Random bearer tokens and their digests. */
public final class Tokens {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Tokens() {}

  /** A token and what is stored of it. */
  public record Token(Secret secret, String sha256) {}

  public static Token random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    Secret secret = Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    return new Token(secret, sha256(secret));
  }

  public static String sha256(Secret token) {
    return Sha256.hex(token.reveal());
  }
}
