package io.pomona.api.enrollment;

import io.pomona.api.pki.VerifiedCertificate;
import io.pomona.protocol.channel.ChannelId;

/** Finds out who sent a message, in the way that is configured. Called for every message. */
public interface DeviceIdentities {
  /**
   * The certificate behind a message.
   *
   * @throws io.pomona.api.MdmException unavailable or forbidden {@code enrollment.mdm_off} while
   *     there is no push certificate; malformed without any proof; invalid with a wrong one
   */
  VerifiedCertificate certificate(DeviceRequest request);

  /**
   * Refuses unless the certificate is bound to the Mac whose channel this is, and that channel is
   * known.
   *
   * @throws io.pomona.api.MdmException forbidden {@code enrollment.unknown_device}
   */
  IdentityBinding require(VerifiedCertificate certificate, ChannelId channel);
}
