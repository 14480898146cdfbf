package io.pomona.enrollment.device;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.DeviceRequest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;

/** Takes from a servlet request what may prove who sent it. */
final class ServletEvidence {
  private static final String TLS_CERTIFICATES = "javax.servlet.request.X509Certificate";

  private final String proxyHeader;

  ServletEvidence(String proxyHeader) {
    this.proxyHeader = proxyHeader;
  }

  DeviceRequest of(HttpServletRequest request, byte[] body) {
    return new DeviceRequest(
        body,
        Optional.ofNullable(request.getHeader("Mdm-Signature")),
        Optional.ofNullable(request.getHeader(proxyHeader)),
        tlsCertificate(request),
        request.getRemoteAddr(),
        request.getLocalPort());
  }

  private static Optional<byte[]> tlsCertificate(HttpServletRequest request) {
    if (request.getAttribute(TLS_CERTIFICATES) instanceof X509Certificate[] chain
        && chain.length > 0) {
      return Optional.of(encoded(chain[0]));
    }
    return Optional.empty();
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw MdmException.malformed(
              "enrollment.bad_certificate", "The client certificate cannot be read.")
          .causedBy(e);
    }
  }
}
