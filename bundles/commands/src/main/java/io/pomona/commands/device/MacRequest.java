package io.pomona.commands.device;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.DeviceRequest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;

/** What of a request may prove who sent it. */
final class MacRequest {
  private static final String TLS_CERTIFICATES = "javax.servlet.request.X509Certificate";

  private final String proxyHeader;

  /**
   * @param proxyHeader the only header that a proxy sets; another one may come from anybody
   */
  MacRequest(String proxyHeader) {
    this.proxyHeader = proxyHeader;
  }

  DeviceRequest of(byte[] body, HttpServletRequest request) {
    return new DeviceRequest(
        body,
        Optional.ofNullable(request.getHeader("Mdm-Signature")),
        Optional.ofNullable(request.getHeader(proxyHeader)),
        tlsCertificate(request),
        request.getRemoteAddr(),
        request.getLocalPort());
  }

  private static Optional<byte[]> tlsCertificate(HttpServletRequest request) {
    if (!(request.getAttribute(TLS_CERTIFICATES) instanceof X509Certificate[] chain)
        || chain.length == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(chain[0].getEncoded());
    } catch (CertificateEncodingException e) {
      throw MdmException.malformed(
              "commands.bad_certificate", "The client certificate cannot be read.")
          .causedBy(e);
    }
  }
}
