package io.pomona.simulator.mac;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.UUID;
import org.bouncycastle.util.encoders.Hex;

/**
 * Where APNs reaches one channel of a Mac, and the word that tells a true push from a false one.
 */
public record PushAddress(byte[] token, String magic) {

  /**
   * As with real Macs the token stays for a Mac, a topic and a channel while the magic is new with
   * each enrollment; both follow from the arguments, so a seed repeats them.
   */
  static PushAddress of(String udid, String topic, Channel channel, BigInteger enrollment) {
    byte[] token = digest(udid + '|' + topic + '|' + channel);
    String magic =
        UUID.nameUUIDFromBytes(digest(udid + '|' + channel + '|' + enrollment)).toString();
    return new PushAddress(token, magic.toUpperCase(Locale.ROOT));
  }

  /** The address after Apple gave the Mac another token. */
  PushAddress next() {
    return new PushAddress(digest(tokenHex()), magic);
  }

  public String tokenHex() {
    return Hex.toHexString(token);
  }

  @Override
  public String toString() {
    return "PushAddress[" + tokenHex().substring(0, 8) + "…]";
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
