package io.pomona.protocol.signature;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSSignedDataStreamGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;

/** Signs with Bouncy Castle, so that our own walk is checked against another's writing. */
public final class TestSigner {
  private final KeyPair keys;
  private final X509CertificateHolder certificate;
  private String algorithm = "SHA256withRSA";
  private boolean attributes = true;
  private boolean byKeyIdentifier;

  private TestSigner(KeyPair keys, X509CertificateHolder certificate) {
    this.keys = keys;
    this.certificate = certificate;
  }

  public static TestSigner create(String subject) {
    return checked(
        () -> {
          KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
          generator.initialize(2048);
          KeyPair keys = generator.generateKeyPair();
          return new TestSigner(keys, certificate(keys, subject));
        });
  }

  private static X509CertificateHolder certificate(KeyPair keys, String subject) throws Exception {
    Instant now = Instant.now();
    return new X509v3CertificateBuilder(
            new X500Name("CN=Device CA"),
            BigInteger.valueOf(now.toEpochMilli()),
            Date.from(now.minusSeconds(600)),
            Date.from(now.plusSeconds(86_400)),
            new X500Name(subject),
            SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()))
        .addExtension(
            Extension.subjectKeyIdentifier,
            false,
            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()))
        .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()));
  }

  TestSigner with(String algorithm, boolean attributes, boolean byKeyIdentifier) {
    TestSigner other = new TestSigner(keys, certificate);
    other.algorithm = algorithm;
    other.attributes = attributes;
    other.byKeyIdentifier = byKeyIdentifier;
    return other;
  }

  PublicKey key() {
    return keys.getPublic();
  }

  byte[] certificate() {
    return checked(certificate::getEncoded);
  }

  byte[] detached(byte[] body) {
    return signed(body, false, List.of(certificate), 1);
  }

  byte[] detachedWith(byte[] body, List<X509CertificateHolder> certificates, int signers) {
    return signed(body, false, certificates, signers);
  }

  X509CertificateHolder holder() {
    return certificate;
  }

  public byte[] attached(byte[] body) {
    return signed(body, true, List.of(certificate), 1);
  }

  private byte[] signed(
      byte[] body, boolean attach, List<X509CertificateHolder> certificates, int signers) {
    return checked(
        () -> {
          CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
          for (int i = 0; i < signers; i++) {
            generator.addSignerInfoGenerator(signer());
          }
          generator.addCertificates(new CollectionStore<>(certificates));
          return generator.generate(new CMSProcessableByteArray(body), attach).getEncoded();
        });
  }

  /** Indefinite lengths and a content in several octet strings. */
  public byte[] attachedInPieces(byte[] body) {
    return checked(
        () -> {
          CMSSignedDataStreamGenerator generator = new CMSSignedDataStreamGenerator();
          generator.setBufferSize(64);
          generator.addSignerInfoGenerator(signer());
          generator.addCertificates(new CollectionStore<>(List.of(certificate)));
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          try (java.io.OutputStream content = generator.open(out, true)) {
            content.write(body);
          }
          return out.toByteArray();
        });
  }

  private SignerInfoGenerator signer() throws Exception {
    ContentSigner signer = new JcaContentSignerBuilder(algorithm).build(keys.getPrivate());
    SignerInfoGeneratorBuilder builder =
        new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
            .setDirectSignature(!attributes);
    if (!byKeyIdentifier) {
      return builder.build(signer, certificate);
    }
    byte[] identifier =
        org.bouncycastle.asn1.x509.SubjectKeyIdentifier.fromExtensions(certificate.getExtensions())
            .getKeyIdentifier();
    return builder.build(signer, identifier);
  }

  private static <T> T checked(java.util.concurrent.Callable<T> action) {
    try {
      return action.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
