package io.pomona.pki.device;

import io.pomona.pki.DeviceAuthority;
import io.pomona.pki.Issuer;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.cms.bc.BcCMSContentEncryptorBuilder;
import org.bouncycastle.cms.bc.BcRSAKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The CertRep to one request, signed by the device CA that the request was encrypted to. */
final class ScepReply {
  private static final String CERT_REP = "3";
  private static final String SUCCESS = "0";
  private static final String FAILURE = "2";
  private static final int NONCE = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final ScepRequest request;
  private final Issuer signer;
  private final Instant now;

  ScepReply(ScepRequest request, DeviceAuthority signer, Instant now) {
    this.request = request;
    this.signer = signer.issuer();
    this.now = now;
  }

  /**
   * @param certificates DER, the issued one first
   */
  byte[] success(ASN1ObjectIdentifier cipher, List<byte[]> certificates) {
    try {
      byte[] envelope = encrypted(ScepCertificates.degenerate(certificates), cipher);
      return signed(new CMSProcessableByteArray(envelope), attributes(SUCCESS));
    } catch (CMSException | IOException | OperatorCreationException e) {
      throw unable(e);
    }
  }

  byte[] failure(ScepRefusal.FailInfo info) {
    try {
      ASN1EncodableVector attributes = attributes(FAILURE);
      attributes.add(text(ScepAttributes.FAIL_INFO, info.code()));
      return signed(new CMSAbsentContent(), attributes);
    } catch (CMSException | IOException | OperatorCreationException e) {
      throw unable(e);
    }
  }

  private static IllegalStateException unable(Exception cause) {
    return new IllegalStateException("A SCEP answer could not be made.", cause);
  }

  private byte[] encrypted(byte[] content, ASN1ObjectIdentifier cipher)
      throws CMSException, IOException {
    CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
    generator.addRecipientInfoGenerator(new BcRSAKeyTransRecipientInfoGenerator(request.signer()));
    return generator
        .generate(
            new CMSProcessableByteArray(content), new BcCMSContentEncryptorBuilder(cipher).build())
        .toASN1Structure()
        .getEncoded(ASN1Encoding.DL);
  }

  private byte[] signed(CMSTypedData content, ASN1EncodableVector attributes)
      throws CMSException, IOException, OperatorCreationException {
    AttributeTable table = new AttributeTable(attributes);
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
            .setSignedAttributeGenerator(
                parameters ->
                    new DefaultSignedAttributeTableGenerator(table)
                        .getAttributes(parameters)
                        .remove(CMSAttributes.cmsAlgorithmProtect))
            .build(
                new JcaContentSignerBuilder(algorithm()).build(signer.key()),
                signer.certificate()));
    generator.addCertificate(signer.certificate());
    boolean attached = !(content instanceof CMSAbsentContent);
    return generator.generate(content, attached).toASN1Structure().getEncoded(ASN1Encoding.DL);
  }

  // As the request, but never SHA-1: every macOS of interest knows better ones.
  private String algorithm() {
    ASN1ObjectIdentifier digest = request.digest();
    if (digest.equals(NISTObjectIdentifiers.id_sha512)) {
      return "SHA512withRSA";
    }
    return digest.equals(NISTObjectIdentifiers.id_sha384) ? "SHA384withRSA" : "SHA256withRSA";
  }

  private ASN1EncodableVector attributes(String status) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(text(ScepAttributes.MESSAGE_TYPE, CERT_REP));
    attributes.add(text(ScepAttributes.STATUS, status));
    attributes.add(text(ScepAttributes.TRANSACTION_ID, request.transactionId()));
    attributes.add(attribute(ScepAttributes.SENDER_NONCE, new DEROctetString(nonce)));
    request
        .senderNonce()
        .map(DEROctetString::new)
        .ifPresent(sent -> attributes.add(attribute(ScepAttributes.RECIPIENT_NONCE, sent)));
    attributes.add(attribute(CMSAttributes.signingTime, new Time(Date.from(now))));
    return attributes;
  }

  private static Attribute text(ASN1ObjectIdentifier type, String value) {
    return attribute(type, new DERPrintableString(value));
  }

  private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
    return new Attribute(type, new DERSet(value));
  }
}
