package io.pomona.pki.device;

import io.pomona.pki.Workbench;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.bc.BcCMSContentEncryptorBuilder;
import org.bouncycastle.cms.bc.BcRSAKeyTransRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A SCEP request as a Mac writes it, every part of which a test may bend. */
final class MacRequest {
  KeyPair key = Workbench.pair(1);
  KeyPair signer = Workbench.smallPair(0);
  Optional<X509CertificateHolder> signerCertificate = Optional.empty();
  X509CertificateHolder ca;
  Optional<String> challenge = Optional.empty();
  Optional<String> signedChallenge = Optional.empty();
  String messageType = "19";
  String transactionId = "A3F0B5C2D1";
  byte[] nonce = {1, 2, 3, 4, 5, 6, 7, 8};
  String digest = "SHA256";
  String csrDigest = "SHA256";
  ASN1ObjectIdentifier cipher = CMSAlgorithm.DES_EDE3_CBC;
  boolean greedy;
  Optional<byte[]> content = Optional.empty();

  MacRequest(X509CertificateHolder ca) {
    this.ca = ca;
  }

  static MacRequest to(Workbench bench) {
    return new MacRequest(bench.ring.active().issuer().certificate());
  }

  MacRequest challenge(String text) {
    challenge = Optional.of(text);
    return this;
  }

  MacRequest type(String type) {
    messageType = type;
    return this;
  }

  X509CertificateHolder signerCertificate() throws Exception {
    if (signerCertificate.isEmpty()) {
      signerCertificate = Optional.of(selfSigned(signer));
    }
    return signerCertificate.get();
  }

  static X509CertificateHolder selfSigned(KeyPair pair) throws Exception {
    X500Name name = new X500Name("CN=MDM SCEP SIGNER, C=US");
    Instant from = Instant.parse("2020-01-01T00:00:00Z");
    return new JcaX509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            Date.from(from),
            Date.from(from.plus(Duration.ofDays(9000))),
            name,
            pair.getPublic())
        .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()));
  }

  byte[] encode() throws Exception {
    byte[] inner = content.isPresent() ? content.get() : csr();
    CMSEnvelopedDataGenerator envelope = new CMSEnvelopedDataGenerator();
    envelope.addRecipientInfoGenerator(new BcRSAKeyTransRecipientInfoGenerator(ca));
    byte[] sealed =
        envelope
            .generate(
                new CMSProcessableByteArray(inner),
                new BcCMSContentEncryptorBuilder(cipher).build())
            .getEncoded();
    CMSSignedDataGenerator signed = new CMSSignedDataGenerator();
    signed.addSignerInfoGenerator(signerInfo());
    signed.addCertificate(signerCertificate());
    return signed.generate(new CMSProcessableByteArray(sealed), true).getEncoded();
  }

  private SignerInfoGenerator signerInfo() throws Exception {
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(scep(2, new DERPrintableString(messageType)));
    attributes.add(scep(5, new DEROctetString(nonce)));
    attributes.add(scep(7, new DERPrintableString(transactionId)));
    signedChallenge.ifPresent(
        text ->
            attributes.add(
                new Attribute(
                    PKCSObjectIdentifiers.pkcs_9_at_challengePassword,
                    new DERSet(new DERUTF8String(text)))));
    return new JcaSimpleSignerInfoGeneratorBuilder()
        .setSignedAttributeGenerator(new AttributeTable(attributes))
        .build(digest + "withRSA", signer.getPrivate(), signerCertificate());
  }

  private static Attribute scep(int last, ASN1Encodable value) {
    return new Attribute(
        new ASN1ObjectIdentifier("2.16.840.1.113733.1.9." + last), new DERSet(value));
  }

  byte[] csr() throws Exception {
    PKCS10CertificationRequestBuilder builder =
        new JcaPKCS10CertificationRequestBuilder(
            new X500Name(greedy ? "CN=admin.example.com,O=Evil" : "CN=com.apple.security.scep.1"),
            key.getPublic());
    challenge.ifPresent(
        text ->
            builder.addAttribute(
                PKCSObjectIdentifiers.pkcs_9_at_challengePassword, new DERPrintableString(text)));
    if (greedy) {
      builder.addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, wishes());
    }
    return builder
        .build(new JcaContentSignerBuilder(csrDigest + "withRSA").build(key.getPrivate()))
        .getEncoded();
  }

  private static Extensions wishes() throws Exception {
    ExtensionsGenerator wishes = new ExtensionsGenerator();
    wishes.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    wishes.addExtension(
        Extension.extendedKeyUsage,
        false,
        new ExtendedKeyUsage(
            new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_codeSigning}));
    wishes.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.dNSName, "admin.example.com")));
    return wishes.generate();
  }

  /** The public key that is asked for, as it is hashed. */
  SubjectPublicKeyInfo keyInfo() {
    return SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded());
  }

  /** Reads the answer as a client would. */
  MacAnswer read(byte[] answer) throws Exception {
    return MacAnswer.read(answer, List.of(ca), signer.getPrivate());
  }
}
