package io.pomona.enrollment.links;

import io.pomona.api.Secret;
import io.pomona.protocol.digest.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** What opens something by itself: 256 random bits, of which only a digest is kept. */
public final class LinkToken {
  private static final SecureRandom RANDOM = new SecureRandom();

  private LinkToken() {}

  public static Secret random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  public static String sha256(Secret token) {
    return Sha256.hex(token.reveal());
  }
}
