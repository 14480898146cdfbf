package io.pomona.enrollment.identity;

import io.pomona.api.enrollment.DeviceRequest;
import io.pomona.api.pki.DeviceSignatures;
import io.pomona.api.pki.VerifiedCertificate;
import java.util.Optional;

/** The client certificate of the TLS connection, on the one port that is meant for it. */
public final class TlsProof implements IdentityProof {
  private final DeviceSignatures signatures;
  private final int port;

  public TlsProof(DeviceSignatures signatures, int port) {
    this.signatures = signatures;
    this.port = port;
  }

  @Override
  public Optional<VerifiedCertificate> find(DeviceRequest request) {
    return request
        .tlsCertificate()
        .filter(certificate -> port > 0 && request.localPort() == port)
        .map(signatures::check);
  }
}
