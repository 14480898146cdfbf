package io.pomona.enrollment.identity;

import io.pomona.api.enrollment.DeviceRequest;
import io.pomona.api.pki.DeviceSignatures;
import io.pomona.api.pki.VerifiedCertificate;
import java.util.Optional;

/** The {@code Mdm-Signature} header over the body. */
public final class SignatureProof implements IdentityProof {
  private final DeviceSignatures signatures;

  public SignatureProof(DeviceSignatures signatures) {
    this.signatures = signatures;
  }

  @Override
  public Optional<VerifiedCertificate> find(DeviceRequest request) {
    return request.mdmSignature().map(header -> signatures.verify(header, request.body()));
  }
}
