package io.pomona.enrollment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.DeviceRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.Test;

public class ConfiguredIdentitiesTest {
  private static DeviceRequest request(
      Optional<String> signature, Optional<String> header, Optional<byte[]> tls, int port) {
    return new DeviceRequest(new byte[0], signature, header, tls, "10.9.8.7", port);
  }

  private static String code(EnrollmentWorld world, DeviceRequest request) {
    return assertThrows(MdmException.class, () -> world.identities.certificate(request)).code();
  }

  @Test
  public void onlyTheConfiguredProofsCount() {
    EnrollmentWorld world = new EnrollmentWorld(Configs.identity("mtls,proxy"));
    String certificate = new TestMac(world, 1).scep(world.profiles.manual()).orElseThrow();
    byte[] der = certificate.getBytes(StandardCharsets.UTF_8);
    String header = ":" + Base64.getEncoder().encodeToString(der) + ":";
    assertEquals(
        "enrollment.no_identity",
        code(world, request(Optional.of(certificate), Optional.empty(), Optional.of(der), 8443)));
    assertEquals(
        certificate,
        world
            .identities
            .certificate(request(Optional.empty(), Optional.of(header), Optional.empty(), 8443))
            .sha256());
    assertEquals(
        certificate,
        world
            .identities
            .certificate(request(Optional.empty(), Optional.empty(), Optional.of(der), 8444))
            .sha256());
  }

  @Test
  public void aWrongProofIsNotMadeGoodByAnother() {
    EnrollmentWorld world = new EnrollmentWorld(Configs.identity("signature", "mtls"));
    String certificate = new TestMac(world, 1).scep(world.profiles.manual()).orElseThrow();
    byte[] der = certificate.getBytes(StandardCharsets.UTF_8);
    assertEquals(
        "pki.wrong_signature",
        code(world, request(Optional.of("foreign"), Optional.empty(), Optional.of(der), 8444)));
  }

  @Test
  public void anUnknownProofIsNone() {
    EnrollmentWorld world = new EnrollmentWorld(Configs.identity("trust"));
    assertEquals(
        "enrollment.no_identity",
        code(world, request(Optional.of("x"), Optional.empty(), Optional.empty(), 8443)));
  }
}
