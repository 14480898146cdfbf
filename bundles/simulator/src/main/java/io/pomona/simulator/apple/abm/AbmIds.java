package io.pomona.simulator.apple.abm;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/** Identifiers in the forms that Apple's answers have. */
final class AbmIds {

  private AbmIds() {}

  /** 32 hexadecimal digits: servers and profiles. */
  static String uuid() {
    return UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
  }

  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 52);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
