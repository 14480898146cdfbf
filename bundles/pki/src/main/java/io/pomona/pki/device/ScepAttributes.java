package io.pomona.pki.device;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/** The signed attributes of a SCEP message, each with at most one value. */
final class ScepAttributes {
  static final ASN1ObjectIdentifier MESSAGE_TYPE = scep(2);
  static final ASN1ObjectIdentifier STATUS = scep(3);
  static final ASN1ObjectIdentifier FAIL_INFO = scep(4);
  static final ASN1ObjectIdentifier SENDER_NONCE = scep(5);
  static final ASN1ObjectIdentifier RECIPIENT_NONCE = scep(6);
  static final ASN1ObjectIdentifier TRANSACTION_ID = scep(7);
  static final ASN1ObjectIdentifier CHALLENGE = PKCSObjectIdentifiers.pkcs_9_at_challengePassword;

  private final AttributeTable table;

  ScepAttributes(AttributeTable table) {
    this.table = table;
  }

  private static ASN1ObjectIdentifier scep(int last) {
    return new ASN1ObjectIdentifier("2.16.840.1.113733.1.9." + last);
  }

  Optional<String> text(ASN1ObjectIdentifier type) {
    return value(type).map(value -> ((ASN1String) value.toASN1Primitive()).getString());
  }

  Optional<byte[]> bytes(ASN1ObjectIdentifier type) {
    return value(type).map(value -> ASN1OctetString.getInstance(value).getOctets());
  }

  private Optional<ASN1Encodable> value(ASN1ObjectIdentifier type) {
    ASN1EncodableVector found = table.getAll(type);
    if (found.size() == 0) {
      return Optional.empty();
    }
    Attribute attribute = Attribute.getInstance(found.get(0));
    if (found.size() != 1 || attribute.getAttrValues().size() != 1) {
      throw new IllegalArgumentException("The attribute " + type + " has more than one value.");
    }
    return Optional.of(attribute.getAttrValues().getObjectAt(0));
  }
}
