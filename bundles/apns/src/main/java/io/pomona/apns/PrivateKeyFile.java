package io.pomona.apns;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;

/** A private key as openssl writes it: PKCS#8, or PKCS#1 for RSA; not encrypted. */
final class PrivateKeyFile {
  // INTEGER 0 and the algorithm identifier rsaEncryption with NULL.
  private static final byte[] RSA_HEAD =
      HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

  private PrivateKeyFile() {}

  static PrivateKey read(Secret pem) {
    for (PemText.Block block : PemText.blocks(pem.revealText())) {
      if (block.label().equals("ENCRYPTED PRIVATE KEY") || block.body().contains("ENCRYPTED")) {
        throw refused(
            "The private key is encrypted. Decrypt it first: openssl pkey -in push.key -out"
                + " push-plain.key");
      }
      if (block.label().equals("PRIVATE KEY")) {
        return pkcs8(der(block));
      }
      if (block.label().equals("RSA PRIVATE KEY")) {
        return pkcs8(wrapped(der(block)));
      }
    }
    throw refused(
        "There is no private key in the text: a PEM block PRIVATE KEY or RSA PRIVATE KEY is"
            + " expected.");
  }

  /** The key in PKCS#8, from the same. */
  static PrivateKey pkcs8(byte[] der) {
    PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(der);
    for (String algorithm : new String[] {"RSA", "EC"}) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (GeneralSecurityException e) {
        continue;
      }
    }
    throw refused("The private key is neither an RSA nor an EC key that can be read.");
  }

  private static byte[] der(PemText.Block block) {
    try {
      return block.der();
    } catch (IllegalArgumentException e) {
      throw refused("The private key is not valid base64.");
    }
  }

  private static byte[] wrapped(byte[] pkcs1) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(RSA_HEAD);
    element(body, 0x04, pkcs1);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    element(whole, 0x30, body.toByteArray());
    return whole.toByteArray();
  }

  private static void element(ByteArrayOutputStream out, int tag, byte[] content) {
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      out.write(0x82);
      out.write(content.length >> 8);
      out.write(content.length);
    }
    out.writeBytes(content);
  }

  private static MdmException refused(String reason) {
    return MdmException.invalid("apns.bad_key", "private_key", reason);
  }
}
