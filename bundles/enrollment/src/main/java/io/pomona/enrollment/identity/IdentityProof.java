package io.pomona.enrollment.identity;

import io.pomona.api.enrollment.DeviceRequest;
import io.pomona.api.pki.VerifiedCertificate;
import java.util.Optional;

/** One way in which a message can prove who sent it. */
public interface IdentityProof {
  /**
   * Empty when the message brings no proof of this kind.
   *
   * @throws io.pomona.api.MdmException when it brings one that does not hold
   */
  Optional<VerifiedCertificate> find(DeviceRequest request);
}
