package io.pomona.protocol.signature;

import java.util.List;

/** The content of a CMS SignedData that carries it, such as a signed profile. */
public final class SignedContent {
  private static final int SEQUENCE = 0x30;

  private SignedContent() {}

  /** Whether these bytes begin like a CMS structure. */
  public static boolean isSigned(byte[] bytes) {
    return bytes.length > 1 && bytes[0] == SEQUENCE;
  }

  /**
   * Takes the content out. The signature is not checked: an admin may upload a profile of any
   * origin.
   *
   * @throws MalformedSignatureException when the bytes are not SignedData or have no content
   */
  public static byte[] unwrap(byte[] cms) {
    try {
      return of(SignedData.parse(cms));
    } catch (IndexOutOfBoundsException e) {
      throw Ber.malformed();
    }
  }

  static byte[] of(SignedData data) {
    Ber wrapped =
        data.content()
            .orElseThrow(
                () -> new MalformedSignatureException("The CMS structure has no content."));
    List<Ber> content = wrapped.children();
    if (content.size() != 1) {
      throw Ber.malformed();
    }
    return content.get(0).octets();
  }
}
