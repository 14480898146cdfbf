package io.pomona.protocol.signature;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a CMS SignedData, not yet interpreted.
 *
 * @param contentType the object identifier of what is signed
 * @param content the {@code [0]} around the embedded content, if it is attached
 * @param certificates DER certificates, possibly none
 */
record SignedData(
    Ber contentType, Optional<Ber> content, List<Ber> certificates, List<Ber> signers) {
  private static final byte[] SIGNED_DATA = ObjectIds.of("1.2.840.113549.1.7.2");
  private static final int MAX_CERTIFICATES = 32;

  static SignedData parse(byte[] cms) {
    List<Ber> outer = Ber.whole(cms).expect(Ber.SEQUENCE).children();
    if (outer.size() != 2 || !outer.get(0).expect(Ber.OBJECT_ID).contentIs(SIGNED_DATA)) {
      throw new MalformedSignatureException("The CMS structure is not SignedData.");
    }
    List<Ber> inner = outer.get(1).expect(Ber.CONTEXT_0).children();
    if (inner.size() != 1) {
      throw Ber.malformed();
    }
    return read(inner.get(0).expect(Ber.SEQUENCE).children().iterator());
  }

  private static SignedData read(Iterator<Ber> parts) {
    next(parts).expect(Ber.INTEGER);
    next(parts).expect(Ber.SET);
    List<Ber> encapsulated = next(parts).expect(Ber.SEQUENCE).children();
    Ber part = next(parts);
    List<Ber> certificates = List.of();
    if (part.is(Ber.CONTEXT_0)) {
      certificates = part.children().stream().filter(each -> each.is(Ber.SEQUENCE)).toList();
      part = next(parts);
    }
    if (part.is(Ber.CONTEXT_1)) {
      part = next(parts);
    }
    if (encapsulated.isEmpty() || encapsulated.size() > 2 || parts.hasNext()) {
      throw Ber.malformed();
    }
    if (certificates.size() > MAX_CERTIFICATES) {
      throw new MalformedSignatureException("The CMS structure brings too many certificates.");
    }
    Optional<Ber> content =
        encapsulated.stream().skip(1).findFirst().map(each -> each.expect(Ber.CONTEXT_0));
    return new SignedData(
        encapsulated.get(0).expect(Ber.OBJECT_ID),
        content,
        certificates,
        part.expect(Ber.SET).children());
  }

  static Ber next(Iterator<Ber> parts) {
    if (!parts.hasNext()) {
      throw Ber.malformed();
    }
    return parts.next();
  }
}
