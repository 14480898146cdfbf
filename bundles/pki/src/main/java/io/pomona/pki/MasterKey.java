package io.pomona.pki;

import io.pomona.api.MdmException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The one secret that all others are sealed under. Other keys are derived from it, HKDF-SHA256. */
final class MasterKey {
  static final String VARIABLE = "POMONA_MASTER_KEY";
  static final int BYTES = 32;

  private final byte[] extracted;

  private MasterKey(byte[] key) {
    extracted = hmac(new byte[BYTES], key);
  }

  /** From base64, in the environment or else in the file, which is made when it is not there. */
  static MasterKey load(Function<String, Optional<String>> environment, Path file) {
    return environment
        .apply(VARIABLE)
        .filter(text -> !text.isBlank())
        .map(text -> parse(text, "The environment variable " + VARIABLE))
        .orElseGet(() -> parse(new KeyFile(file).text(), "The file " + file));
  }

  static MasterKey parse(String base64, String origin) {
    try {
      byte[] key = Base64.getDecoder().decode(base64.strip());
      if (key.length == BYTES) {
        return new MasterKey(key);
      }
    } catch (IllegalArgumentException e) {
      throw notAKey(origin);
    }
    throw notAKey(origin);
  }

  private static MdmException notAKey(String origin) {
    return MdmException.unavailable(
        "pki.master_key_malformed",
        origin + " does not hold a master key: 32 bytes in base64. Put the right one back.");
  }

  /** Tells master keys apart without telling anything about them. */
  byte[] id() {
    return Arrays.copyOf(expand("pomona master key id"), 8);
  }

  SecretKey forPurpose(String purpose) {
    return new SecretKeySpec(expand("pomona seal 1 " + purpose), "AES");
  }

  // The one block of HKDF-Expand that 32 bytes need.
  private byte[] expand(String info) {
    byte[] text = info.getBytes(StandardCharsets.UTF_8);
    byte[] block = Arrays.copyOf(text, text.length + 1);
    block[text.length] = 1;
    return hmac(extracted, block);
  }

  private static byte[] hmac(byte[] key, byte[] data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The Java runtime has no HmacSHA256.", e);
    }
  }

  @Override
  public String toString() {
    return "MasterKey[********]";
  }
}
