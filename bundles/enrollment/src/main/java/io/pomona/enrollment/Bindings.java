package io.pomona.enrollment;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.EnrollmentStore;
import io.pomona.api.enrollment.IdentityBinding;
import io.pomona.api.pki.VerifiedCertificate;
import io.pomona.protocol.channel.ChannelId;
import java.util.Optional;

/** Whether a certificate belongs to the Mac that a message names. */
final class Bindings {
  private final EnrollmentStore enrollments;

  Bindings(EnrollmentStore enrollments) {
    this.enrollments = enrollments;
  }

  IdentityBinding require(VerifiedCertificate certificate, ChannelId channel) {
    return enrollments
        .binding(certificate.sha256())
        .filter(binding -> binding.device().equals(channel.deviceChannel()))
        .orElseThrow(Bindings::unknown);
  }

  /**
   * Empty for a certificate that is bound no more.
   *
   * @throws MdmException when it is another Mac's
   */
  Optional<IdentityBinding> find(VerifiedCertificate certificate, ChannelId channel) {
    Optional<IdentityBinding> binding = enrollments.binding(certificate.sha256());
    if (binding.filter(bound -> !bound.device().equals(channel.deviceChannel())).isPresent()) {
      throw unknown();
    }
    return binding;
  }

  static MdmException unknown() {
    return MdmException.forbidden(
        "enrollment.unknown_device", "This Mac is not enrolled with this certificate.");
  }
}
