package io.pomona.protocol.signature;

import java.util.Iterator;
import java.util.List;

/** Finds the certificate that a signer names, by issuer and serial number or by key identifier. */
final class SignerCertificate {
  private static final byte[] SUBJECT_KEY_IDENTIFIER = ObjectIds.of("2.5.29.14");

  private SignerCertificate() {}

  static Ber find(List<Ber> certificates, Ber signerId) {
    for (Ber certificate : certificates) {
      if (matches(certificate, signerId)) {
        return certificate;
      }
    }
    throw new MalformedSignatureException("The signature does not bring its signer's certificate.");
  }

  private static boolean matches(Ber certificate, Ber signerId) {
    List<Ber> parts = certificate.children();
    if (parts.size() != 3) {
      throw Ber.malformed();
    }
    Iterator<Ber> fields = parts.get(0).expect(Ber.SEQUENCE).children().iterator();
    Ber serial = SignedData.next(fields);
    if (serial.is(Ber.CONTEXT_0)) {
      serial = SignedData.next(fields);
    }
    SignedData.next(fields);
    Ber issuer = SignedData.next(fields);
    return signerId.is(Ber.SEQUENCE)
        ? sameIssuerAndSerial(signerId.children(), issuer, serial)
        : hasKeyIdentifier(fields, signerId);
  }

  private static boolean sameIssuerAndSerial(List<Ber> signerId, Ber issuer, Ber serial) {
    return signerId.size() == 2
        && signerId.get(0).sameEncoding(issuer)
        && signerId.get(1).sameEncoding(serial);
  }

  private static boolean hasKeyIdentifier(Iterator<Ber> fields, Ber signerId) {
    while (fields.hasNext()) {
      Ber field = fields.next();
      if (field.is(Ber.CONTEXT_3)) {
        return field.children().get(0).children().stream()
            .anyMatch(extension -> isKeyIdentifier(extension.children(), signerId));
      }
    }
    return false;
  }

  private static boolean isKeyIdentifier(List<Ber> extension, Ber signerId) {
    return extension.get(0).contentIs(SUBJECT_KEY_IDENTIFIER)
        && Ber.whole(extension.get(extension.size() - 1).octets()).sameContent(signerId);
  }
}
