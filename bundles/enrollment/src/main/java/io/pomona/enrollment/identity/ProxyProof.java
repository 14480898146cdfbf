package io.pomona.enrollment.identity;

import io.pomona.api.enrollment.DeviceRequest;
import io.pomona.api.pki.DeviceSignatures;
import io.pomona.api.pki.VerifiedCertificate;
import java.util.List;
import java.util.Optional;

/** The certificate that a TLS-terminating proxy has checked; from anybody else it is no proof. */
public final class ProxyProof implements IdentityProof {
  private final DeviceSignatures signatures;
  private final List<AddressRange> trusted;

  public ProxyProof(DeviceSignatures signatures, List<AddressRange> trusted) {
    this.signatures = signatures;
    this.trusted = List.copyOf(trusted);
  }

  @Override
  public Optional<VerifiedCertificate> find(DeviceRequest request) {
    return request
        .forwardedCertificate()
        .filter(header -> isTrusted(request.remoteAddress()))
        .map(header -> signatures.check(ForwardedCertificate.der(header)));
  }

  private boolean isTrusted(String address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }
}
