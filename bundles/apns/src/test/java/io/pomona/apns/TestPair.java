package io.pomona.apns;

import java.io.StringWriter;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A self-signed certificate with its key, in the forms that operators bring. */
record TestPair(X509Certificate certificate, PrivateKey key) {
  private static final AtomicLong SERIALS = new AtomicLong(1000);

  static TestPair push(String topic, Instant from, Duration valid) {
    return make("UID=" + topic + ",CN=APSP:" + topic.hashCode() + ",C=US", from, valid);
  }

  static TestPair server(Instant from) {
    return make("CN=localhost", from, Duration.ofDays(3650));
  }

  static TestPair make(String subject, Instant from, Duration valid) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair keys = generator.generateKeyPair();
      X500Name name = new X500Name(subject);
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              name,
              BigInteger.valueOf(SERIALS.incrementAndGet()),
              Date.from(from),
              Date.from(from.plus(valid)),
              name,
              keys.getPublic());
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(
              new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "localhost"),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1")
              }));
      X509Certificate certificate =
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(
                      new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
      return new TestPair(certificate, keys.getPrivate());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  PushIdentity identity() {
    return new PushIdentity(PushCertificateFile.topic(certificate), certificate, key);
  }

  PushMaterial material() {
    return new PushMaterial(List.of(certificate), key);
  }

  String certificatePem() {
    return pem(certificate);
  }

  String pkcs1() {
    return pem(key);
  }

  String pkcs8() {
    try {
      return pem(new JcaPKCS8Generator(key, null));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String pem(Object object) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return text.toString();
  }
}
