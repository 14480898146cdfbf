package io.pomona.escrow.keys;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.pki.EncryptionKey;
import io.pomona.api.pki.EncryptionKeys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** Envelopes are texts that say whom they are for. */
final class FakeEncryptionKeys implements EncryptionKeys {
  private static final String MARK = "envelope|";

  static byte[] envelope(String certificate, String content) {
    return (MARK + certificate + "|" + content).getBytes(StandardCharsets.UTF_8);
  }

  /** The same content in another envelope. */
  static byte[] again(String certificate, String content) {
    return envelope(certificate, content + "\0");
  }

  @Override
  public EncryptionKey create(String commonName, Duration life) {
    return new EncryptionKey(key(commonName), commonName.getBytes(StandardCharsets.UTF_8));
  }

  static Secret key(String certificate) {
    return Secret.of("key of " + certificate);
  }

  @Override
  public Secret open(byte[] enveloped, Secret key, byte[] certificate) {
    String text = new String(enveloped, StandardCharsets.UTF_8);
    if (!text.startsWith(MARK)) {
      throw refused("unreadable");
    }
    String[] parts = text.split("\\|", 3);
    if (!Arrays.equals(parts[1].getBytes(StandardCharsets.UTF_8), certificate)) {
      throw refused("for_another");
    }
    if (parts[2].equals("damaged") || !key.equals(key(parts[1]))) {
      throw refused("damaged");
    }
    return Secret.of(parts[2]);
  }

  private static MdmException refused(String code) {
    return new MdmException(MdmException.Kind.INVALID, "pki.envelope_" + code, "Refused: " + code);
  }
}
