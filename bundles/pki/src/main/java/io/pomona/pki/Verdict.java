package io.pomona.pki;

import io.pomona.api.MdmException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * What is remembered of a device certificate whose issuer was found to be ours. Kept small, a
 * hundred thousand of them stay in memory; the JDK's key object would be four times as large.
 */
final class Verdict {
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

  private final byte[] modulus;
  private final long exponent;
  private final long notBefore;
  private final long notAfter;
  private final String issuerSha256;

  private Verdict(RSAPublicKey key, Instant notBefore, Instant notAfter, String issuerSha256) {
    this.modulus = key.getModulus().toByteArray();
    this.exponent = key.getPublicExponent().longValueExact();
    this.notBefore = notBefore.getEpochSecond();
    this.notAfter = notAfter.getEpochSecond();
    this.issuerSha256 = issuerSha256;
  }

  Instant notAfter() {
    return Instant.ofEpochSecond(notAfter);
  }

  String issuerSha256() {
    return issuerSha256;
  }

  /** Costs a microsecond, the check of a signature thirty. */
  PublicKey key() {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePublic(
              new RSAPublicKeySpec(new BigInteger(modulus), BigInteger.valueOf(exponent)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key that was good before is not now.", e);
    }
  }

  boolean hasEnded(Instant now) {
    return now.isAfter(notAfter());
  }

  boolean isValid(Instant now) {
    return !hasEnded(now) && now.plus(CLOCK_TOLERANCE).getEpochSecond() >= notBefore;
  }

  /**
   * @throws MdmException invalid when it is not made for authenticating a device
   */
  static Verdict of(X509CertificateHolder certificate, String issuerSha256) {
    if (!isForDevices(certificate)) {
      throw new MdmException(
          MdmException.Kind.INVALID,
          "pki.not_a_device_certificate",
          "The certificate is not made for authenticating a device.");
    }
    return new Verdict(
        RsaKey.publicKey(certificate.getSubjectPublicKeyInfo(), RsaKey.STRONG),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        issuerSha256);
  }

  private static boolean isForDevices(X509CertificateHolder certificate) {
    if (!certificate.hasExtensions()) {
      return true;
    }
    Extensions extensions = certificate.getExtensions();
    BasicConstraints constraints = BasicConstraints.fromExtensions(extensions);
    KeyUsage usage = KeyUsage.fromExtensions(extensions);
    ExtendedKeyUsage purposes = ExtendedKeyUsage.fromExtensions(extensions);
    return (constraints == null || !constraints.isCA())
        && (usage == null || usage.hasUsages(KeyUsage.digitalSignature))
        && (purposes == null || purposes.hasKeyPurposeId(KeyPurposeId.id_kp_clientAuth));
  }
}
