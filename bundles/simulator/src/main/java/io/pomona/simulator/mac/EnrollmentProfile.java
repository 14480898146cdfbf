package io.pomona.simulator.mac;

import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.mac.scep.ScepPayload;
import io.pomona.simulator.wire.Plist;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.cert.X509CertificateHolder;

/** A profile with a com.apple.mdm payload, taken apart. */
public record EnrollmentProfile(
    ConfigurationProfile profile,
    List<X509CertificateHolder> roots,
    ScepPayload scep,
    MdmPayload mdm) {

  private static final String MDM = "com.apple.mdm";
  private static final String SCEP = "com.apple.security.scep";
  private static final List<String> ROOTS =
      List.of("com.apple.security.root", "com.apple.security.pem", "com.apple.security.pkcs1");

  public static boolean isEnrollment(ConfigurationProfile profile) {
    return !profile.payloads(MDM).isEmpty();
  }

  public static EnrollmentProfile of(ConfigurationProfile profile) throws ProfileRefusedException {
    if (profile.payloads(MDM).size() != 1) {
      throw ProfileRefusedException.malformed("It needs exactly one com.apple.mdm payload");
    }
    MdmPayload mdm = MdmPayload.of(profile.payloads(MDM).get(0));
    for (Plist payload : profile.payloads(SCEP)) {
      if (payload.text("PayloadUUID").filter(mdm.identityUuid()::equals).isPresent()) {
        return new EnrollmentProfile(profile, roots(profile), ScepPayload.of(payload), mdm);
      }
    }
    throw ProfileRefusedException.malformed("IdentityCertificateUUID names no SCEP payload");
  }

  private static List<X509CertificateHolder> roots(ConfigurationProfile profile)
      throws ProfileRefusedException {
    List<X509CertificateHolder> roots = new ArrayList<>();
    for (String type : ROOTS) {
      for (Plist payload : profile.payloads(type)) {
        byte[] content =
            payload
                .data("PayloadContent")
                .orElseThrow(() -> ProfileRefusedException.malformed(type + " has no content"));
        roots.add(root(content));
      }
    }
    return List.copyOf(roots);
  }

  private static X509CertificateHolder root(byte[] content) throws ProfileRefusedException {
    try {
      String text = new String(content, StandardCharsets.ISO_8859_1);
      return text.contains("-----BEGIN CERTIFICATE")
          ? Certificates.parsePem(text).get(0)
          : Certificates.parse(content);
    } catch (RuntimeException e) {
      throw ProfileRefusedException.malformed("A root payload holds no certificate");
    }
  }

  /** What a renewal must leave alone; a difference makes macOS refuse the new profile. */
  void checkReplacement(EnrollmentProfile next) throws ProfileRefusedException {
    refuseUnless(profile.identifier().equals(next.profile.identifier()), "PayloadIdentifier");
    refuseUnless(mdm.topic().equals(next.mdm.topic()), "Topic");
    refuseUnless(mdm.serverUrl().equals(next.mdm.serverUrl()), "ServerURL");
    refuseUnless(mdm.checkInUrl().equals(next.mdm.checkInUrl()), "CheckInURL");
    refuseUnless((next.mdm.accessRights() & ~mdm.accessRights()) == 0, "AccessRights");
    refuseUnless(mdm.perUserConnections() == next.mdm.perUserConnections(), "ServerCapabilities");
  }

  /** A Mac has one MDM: whoever wants another leaves the first one before. */
  void checkSameServer(EnrollmentProfile next) throws ProfileRefusedException {
    if (!Objects.equals(mdm.serverUrl().getAuthority(), next.mdm.serverUrl().getAuthority())) {
      throw new ProfileRefusedException(
          new ErrorItem(
              4000,
              "MCInstallationErrorDomain",
              "The profile cannot be installed: another MDM manages this Mac"));
    }
  }

  private static void refuseUnless(boolean same, String key) throws ProfileRefusedException {
    if (!same) {
      throw new ProfileRefusedException(
          new ErrorItem(
              4001,
              "MCInstallationErrorDomain",
              "The new MDM payload does not match the old payload: " + key));
    }
  }
}
