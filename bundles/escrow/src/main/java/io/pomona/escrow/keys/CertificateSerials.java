package io.pomona.escrow.keys;

import io.pomona.api.escrow.EscrowCertificate;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.EscrowCertificateStore;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The serial numbers of escrow certificates, as people know them: in hexadecimal. */
public final class CertificateSerials {
  private CertificateSerials() {}

  public static Map<EscrowCertificateId, String> of(EscrowCertificateStore certificates) {
    return certificates.list().stream()
        .collect(Collectors.toMap(EscrowCertificate::id, CertificateSerials::of));
  }

  private static String of(EscrowCertificate certificate) {
    try {
      X509Certificate parsed =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(certificate.certificate()));
      return parsed.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
    } catch (CertificateException e) {
      throw new IllegalStateException(e);
    }
  }
}
