package io.pomona.simulator.mac.scep;

import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.crypto.PlainAttributes;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * A SCEP request as a Mac writes it. Tests of a server may set the message type, nonce and
 * transaction to whatever they please.
 */
public record ScepMessage(
    String messageType,
    String transactionId,
    byte[] senderNonce,
    byte[] content,
    String challengeAttribute,
    ScepOptions options) {

  /** Encrypts to the recipient and signs. */
  public byte[] encode(X509CertificateHolder recipient, Identity signer, Instant now) {
    try {
      byte[] envelope = envelope(recipient).getEncoded();
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(signerInfo(signer, now));
      generator.addCertificate(signer.certificate());
      return generator.generate(new CMSProcessableByteArray(envelope), true).getEncoded("DER");
    } catch (CMSException
        | CertificateEncodingException
        | OperatorCreationException
        | IOException e) {
      throw new IllegalStateException("Cannot write the SCEP request", e);
    }
  }

  private CMSEnvelopedData envelope(X509CertificateHolder recipient)
      throws CMSException, CertificateEncodingException {
    CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
    generator.addRecipientInfoGenerator(
        new JceKeyTransRecipientInfoGenerator(Certificates.jca(recipient))
            .setProvider(Certificates.BOUNCY_CASTLE));
    ASN1ObjectIdentifier cipher =
        options.aes() ? CMSAlgorithm.AES128_CBC : CMSAlgorithm.DES_EDE3_CBC;
    return generator.generate(
        new CMSProcessableByteArray(content),
        new JceCMSContentEncryptorBuilder(cipher).setProvider(Certificates.BOUNCY_CASTLE).build());
  }

  private SignerInfoGenerator signerInfo(Identity signer, Instant now)
      throws OperatorCreationException {
    return new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
        .setSignedAttributeGenerator(new PlainAttributes(attributes(now)))
        .build(
            new JcaContentSignerBuilder(options.signature()).build(signer.key()),
            signer.certificate());
  }

  private AttributeTable attributes(Instant now) {
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    add(attributes, ScepIds.MESSAGE_TYPE, new DERPrintableString(messageType));
    add(attributes, ScepIds.SENDER_NONCE, new DEROctetString(senderNonce));
    add(attributes, ScepIds.TRANSACTION_ID, new DERPrintableString(transactionId));
    add(attributes, CMSAttributes.signingTime, new Time(Date.from(now)));
    if (!challengeAttribute.isEmpty()) {
      add(
          attributes,
          PKCSObjectIdentifiers.pkcs_9_at_challengePassword,
          CertificateRequest.text(challengeAttribute));
    }
    return new AttributeTable(attributes);
  }

  private static void add(ASN1EncodableVector to, ASN1ObjectIdentifier type, ASN1Encodable value) {
    to.add(new Attribute(type, new DERSet(value)));
  }
}
