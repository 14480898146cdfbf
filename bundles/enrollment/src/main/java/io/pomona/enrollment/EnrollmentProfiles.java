package io.pomona.enrollment;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.apns.PushCertificateInfo;
import io.pomona.api.apns.PushCertificates;
import io.pomona.api.enrollment.AutomaticEnrollments;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.OrganizationStore;
import io.pomona.api.pki.CertificateAuthority;
import io.pomona.api.pki.ChallengeBinding;
import io.pomona.api.pki.ProfileSigner;
import io.pomona.api.pki.ScepChallenges;
import io.pomona.api.pki.ServerTls;
import io.pomona.enrollment.identity.Proofs;
import io.pomona.protocol.profile.EnrollmentProfile;
import io.pomona.protocol.profile.MdmConnection;
import io.pomona.protocol.profile.ScepIdentity;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes the profile that enrolls a Mac, each with a challenge of its own. The identifiers never
 * change: a renewal has to replace the profile that is there.
 */
@Component(
    service = {EnrollmentProfiles.class, AutomaticEnrollments.class},
    configurationPid = EnrollmentConfig.PID)
public final class EnrollmentProfiles implements AutomaticEnrollments {
  /** What RemoveProfile has to name. */
  public static final String PROFILE_IDENTIFIER = "io.pomona.enrollment.enroll";

  private static final String IDENTIFIER = "io.pomona.enrollment";
  private static final String MDM_PATH = "/mdm/apple/mdm";
  private static final String SCEP_PATH = "/mdm/apple/scep";
  private static final Duration MANUAL_LIFE = Duration.ofDays(7);

  /** A Mac that is being set up installs it at once. */
  private static final Duration AUTOMATIC_LIFE = Duration.ofHours(1);

  private final OrganizationStore organization;
  private final PushCertificates push;
  private final CertificateAuthority authority;
  private final ServerTls tls;
  private final ScepChallenges challenges;
  private final ProfileSigner signer;
  private final OptionalInt macPort;

  @Activate
  public EnrollmentProfiles(
      @Reference OrganizationStore organization,
      @Reference PushCertificates push,
      @Reference CertificateAuthority authority,
      @Reference ServerTls tls,
      @Reference ScepChallenges challenges,
      @Reference ProfileSigner signer,
      EnrollmentConfig config) {
    this.organization = organization;
    this.push = push;
    this.authority = authority;
    this.tls = tls;
    this.challenges = challenges;
    this.signer = signer;
    this.macPort = Proofs.tlsPort(config);
  }

  /** A signed profile that lets one Mac in. */
  public byte[] manual() {
    return make(ChallengeBinding.anyMac(), MANUAL_LIFE);
  }

  /** The same for somebody who has logged in; the Mac is that person's. */
  public byte[] manualFor(String email) {
    return make(ChallengeBinding.macOf(email), MANUAL_LIFE);
  }

  /** A signed profile that lets in the Mac with this serial number and no other. */
  public byte[] forMac(String serialNumber) {
    return make(ChallengeBinding.mac(serialNumber), MANUAL_LIFE);
  }

  @Override
  public byte[] profile(String serialNumber, Optional<String> udid) {
    return make(ChallengeBinding.automatic(serialNumber, udid), AUTOMATIC_LIFE);
  }

  /** The same profile for an enrolled Mac, by which it gets a new identity. */
  byte[] renewal(String udid, Duration life) {
    return make(ChallengeBinding.renewal(udid), life);
  }

  /** Whether a profile can be made at all: there is an organization and a push certificate. */
  public boolean isPossible() {
    return push.current().isPresent() && organization.settings().isPresent();
  }

  private byte[] make(ChallengeBinding binding, Duration life) {
    PushCertificateInfo pair =
        push.current()
            .orElseThrow(
                () ->
                    MdmException.forbidden(
                        "enrollment.mdm_off",
                        "MDM is not configured: load a push certificate first."));
    OrganizationSettings settings =
        organization
            .settings()
            .orElseThrow(
                () ->
                    MdmException.conflict(
                        "enrollment.not_set_up", "Set up the organization first."));
    Secret challenge = challenges.issue(binding, life);
    return signer.sign(profile(settings, pair.topic(), challenge).encode());
  }

  private EnrollmentProfile profile(OrganizationSettings settings, String topic, Secret challenge) {
    return new EnrollmentProfile(
        IDENTIFIER,
        settings.name(),
        settings.name() + " enrollment",
        new ScepIdentity(
            settings.serverUrl() + SCEP_PATH,
            authority.name(),
            "%HardwareUUID%",
            challenge.revealText(),
            Optional.of(sha1(authority.chain().get(0)))),
        MdmConnection.of(topic, channelUrl(settings)),
        tls.roots());
  }

  // Only there a Mac is asked for its certificate; one that has none yet gets it at the other.
  private String channelUrl(OrganizationSettings settings) {
    URI url = URI.create(mdmUrl(settings));
    return macPort.isEmpty()
        ? url.toString()
        : "https://" + url.getHost() + ":" + macPort.getAsInt() + url.getRawPath();
  }

  /** The address by which clients of the API know this server. */
  public static String mdmUrl(OrganizationSettings settings) {
    return settings.serverUrl() + MDM_PATH;
  }

  // Apple's CAFingerprint is SHA-1 or MD5; it pins, it does not prove.
  private static byte[] sha1(byte[] certificate) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(certificate);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
