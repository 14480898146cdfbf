package io.pomona.simulator.mac.disk;

import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.mac.ConfigurationProfile;
import io.pomona.simulator.mac.ProfileRefusedException;
import io.pomona.simulator.wire.Plist;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * The com.apple.security.FDERecoveryKeyEscrow payload of an installed profile.
 *
 * @param deviceKey what help texts call the key by; empty: the serial number
 */
record EscrowPayload(X509CertificateHolder certificate, String deviceKey) {

  static final String TYPE = "com.apple.security.FDERecoveryKeyEscrow";
  private static final String CERTIFICATE = "com.apple.security.pkcs1";
  private static final String RSA = "RSA";

  /** That of the Mac, if it has one. */
  static Optional<EscrowPayload> installed(Collection<ConfigurationProfile> profiles) {
    for (ConfigurationProfile profile : profiles) {
      if (!profile.payloads(TYPE).isEmpty()) {
        try {
          return of(profile);
        } catch (ProfileRefusedException e) {
          throw new IllegalStateException("This profile was not to be installed", e);
        }
      }
    }
    return Optional.empty();
  }

  /** Refuses what macOS refuses: no Location, no certificate in the same profile, two of a kind. */
  static Optional<EscrowPayload> of(ConfigurationProfile profile) throws ProfileRefusedException {
    List<Plist> payloads = profile.payloads(TYPE);
    if (payloads.isEmpty()) {
      return Optional.empty();
    } else if (payloads.size() > 1) {
      throw DiskRules.refused("A Mac escrows its recovery key in one place only");
    }
    Plist payload = payloads.get(0);
    if (payload.text("Location").filter(text -> !text.isBlank()).isEmpty()) {
      throw DiskRules.refused("The escrow payload has no Location");
    }
    X509CertificateHolder certificate =
        certificate(profile, payload.text("EncryptCertPayloadUUID").orElse(""));
    return Optional.of(new EscrowPayload(certificate, payload.text("DeviceKey").orElse("")));
  }

  private static X509CertificateHolder certificate(ConfigurationProfile profile, String uuid)
      throws ProfileRefusedException {
    for (Plist payload : profile.payloads(CERTIFICATE)) {
      if (payload.text("PayloadUUID").filter(uuid::equals).isPresent()) {
        return parsed(payload.data("PayloadContent").orElse(new byte[0]));
      }
    }
    throw DiskRules.refused("EncryptCertPayloadUUID names no certificate of this profile");
  }

  private static X509CertificateHolder parsed(byte[] der) throws ProfileRefusedException {
    try {
      X509CertificateHolder certificate = Certificates.parse(der);
      if (RSA.equals(Certificates.jca(certificate).getPublicKey().getAlgorithm())) {
        return certificate;
      }
      throw DiskRules.refused("The escrow certificate has no RSA key");
    } catch (RuntimeException e) {
      throw DiskRules.refused("The escrow certificate is not DER");
    }
  }
}
