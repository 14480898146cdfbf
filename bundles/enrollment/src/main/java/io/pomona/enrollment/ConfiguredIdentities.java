package io.pomona.enrollment;

import io.pomona.api.MdmException;
import io.pomona.api.apns.PushCertificates;
import io.pomona.api.enrollment.DeviceIdentities;
import io.pomona.api.enrollment.DeviceRequest;
import io.pomona.api.enrollment.EnrollmentStore;
import io.pomona.api.enrollment.IdentityBinding;
import io.pomona.api.pki.DeviceSignatures;
import io.pomona.api.pki.VerifiedCertificate;
import io.pomona.enrollment.identity.IdentityProof;
import io.pomona.enrollment.identity.Proofs;
import io.pomona.protocol.channel.ChannelId;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Who sent a message, by the proofs that the configuration allows. */
@Component(configurationPid = EnrollmentConfig.PID)
@Designate(ocd = EnrollmentConfig.class)
public final class ConfiguredIdentities implements DeviceIdentities {
  private final PushCertificates push;
  private final EnrollmentStore enrollments;
  private final Bindings bindings;
  private final List<IdentityProof> proofs;

  @Activate
  public ConfiguredIdentities(
      @Reference PushCertificates push,
      @Reference DeviceSignatures signatures,
      @Reference EnrollmentStore enrollments,
      EnrollmentConfig config) {
    this.push = push;
    this.enrollments = enrollments;
    this.bindings = new Bindings(enrollments);
    this.proofs = Proofs.of(config, signatures);
  }

  @Override
  public VerifiedCertificate certificate(DeviceRequest request) {
    if (push.current().isEmpty()) {
      throw MdmException.forbidden(
          "enrollment.mdm_off", "MDM is not configured: an admin must load a push certificate.");
    }
    for (IdentityProof proof : proofs) {
      Optional<VerifiedCertificate> found = proof.find(request);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw MdmException.malformed(
        "enrollment.no_identity", "The message brings no proof of who sent it.");
  }

  @Override
  public IdentityBinding require(VerifiedCertificate certificate, ChannelId channel) {
    IdentityBinding binding = bindings.require(certificate, channel);
    // A bound device channel is known by that; only a user's has to be looked up.
    if (channel.isUser() && enrollments.find(channel).isEmpty()) {
      throw Bindings.unknown();
    }
    // The answer to a renewal may still come under the former certificate, after the check-in under
    // the new one; a report under the new one is the first that ends the trust in the former.
    if (binding.current() && binding.unsettled()) {
      enrollments.settleIdentity(binding.device(), certificate.sha256());
    }
    return binding;
  }
}
