package io.pomona.escrow.filevault;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Locale;

/**
 * What people know a certificate by.
 *
 * @param serialNumber in hexadecimal, as Keychain Access shows it but for the spaces
 */
public record CertificateFacts(String serialNumber, Instant notBefore, Instant notAfter) {

  /**
   * @param certificate X.509 in DER, our own
   */
  public static CertificateFacts of(byte[] certificate) {
    try {
      X509Certificate read =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(certificate));
      return new CertificateFacts(
          read.getSerialNumber().toString(16).toUpperCase(Locale.ROOT),
          read.getNotBefore().toInstant(),
          read.getNotAfter().toInstant());
    } catch (CertificateException e) {
      throw new IllegalStateException("A certificate that was made here cannot be read", e);
    }
  }
}
