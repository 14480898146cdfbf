package io.pomona.protocol.signature;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.List;

/**
 * The attributes that a signer signed in place of the content.
 *
 * @param encoded as a DER SET, which is what the signature covers
 * @param messageDigest the digest of the content that the signer saw
 */
record SignedAttributes(byte[] encoded, byte[] messageDigest) {
  private static final byte[] CONTENT_TYPE = ObjectIds.of("1.2.840.113549.1.9.3");
  private static final byte[] MESSAGE_DIGEST = ObjectIds.of("1.2.840.113549.1.9.4");

  static SignedAttributes parse(Ber attributes, Ber contentType) {
    List<Ber> children = attributes.children();
    if (!value(children, CONTENT_TYPE).expect(Ber.OBJECT_ID).sameContent(contentType)) {
      throw new MalformedSignatureException("The signed attributes are for another content type.");
    }
    byte[] digest = value(children, MESSAGE_DIGEST).expect(Ber.OCTET_STRING).content();
    return new SignedAttributes(asSet(attributes), digest);
  }

  boolean cover(byte[] bodyDigest) {
    return MessageDigest.isEqual(messageDigest, bodyDigest);
  }

  private static Ber value(List<Ber> attributes, byte[] type) {
    Ber found = null;
    for (Ber attribute : attributes) {
      List<Ber> parts = attribute.expect(Ber.SEQUENCE).children();
      if (parts.size() == 2 && parts.get(0).contentIs(type)) {
        List<Ber> values = parts.get(1).expect(Ber.SET).children();
        if (found != null || values.size() != 1) {
          throw Ber.malformed();
        }
        found = values.get(0);
      }
    }
    if (found == null) {
      throw new MalformedSignatureException(
          "The signed attributes lack the content type or the message digest.");
    }
    return found;
  }

  private static byte[] asSet(Ber attributes) {
    byte[] content = attributes.content();
    ByteArrayOutputStream set = new ByteArrayOutputStream(content.length + 4);
    set.write(Ber.SET);
    if (content.length < 0x80) {
      set.write(content.length);
    } else if (content.length < 0x100) {
      set.write(0x81);
      set.write(content.length);
    } else {
      set.write(0x82);
      set.write(content.length >> 8);
      set.write(content.length);
    }
    set.writeBytes(content);
    return set.toByteArray();
  }
}
