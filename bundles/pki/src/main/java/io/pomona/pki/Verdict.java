package io.pomona.pki;

import io.pomona.api.MdmException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;

/** What is remembered of a device certificate whose issuer was found to be ours. */
record Verdict(PublicKey key, Instant notBefore, Instant notAfter, String issuerSha256) {
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

  boolean isValid(Instant now) {
    return !now.isAfter(notAfter) && !now.plus(CLOCK_TOLERANCE).isBefore(notBefore);
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
