package io.pomona.enrollment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.TeamId;
import io.pomona.api.pki.ChallengeBinding;
import io.pomona.api.pki.ChallengePurpose;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistWriter;
import io.pomona.testkit.Fixtures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class WrongIdentityTest {
  private final EnrollmentWorld world = new EnrollmentWorld();
  private final TestMac mac = new TestMac(world, 1);
  private final TestMac other = new TestMac(world, 2);

  private String refused(TestMac from, PlistDict message) {
    MdmException thrown = assertThrows(MdmException.class, () -> from.send(message));
    assertNotEquals(MdmException.Kind.UNAUTHENTICATED, thrown.kind());
    return thrown.code();
  }

  private String certificateFor(ChallengeBinding binding) {
    return world.pki.scep(world.pki.issue(binding, Duration.ofDays(1)).revealText()).orElseThrow();
  }

  @Test
  public void whileMdmIsOffNothingIsAccepted() {
    mac.enroll();
    world.push.turnOff();
    assertEquals("enrollment.mdm_off", refused(mac, mac.token()));
    assertThrows(MdmException.class, () -> mac.poll(mac.report("Idle")));
    assertThrows(MdmException.class, world.profiles::manual);
    assertEquals(0, world.renewal.sweep());
  }

  @Test
  public void aCertificateOfAnotherMacIsRefused() {
    mac.enroll();
    other.enroll();
    other.certificate = mac.certificate;
    assertEquals("enrollment.unknown_device", refused(other, other.token()));
    assertEquals("enrollment.unknown_device", refused(other, other.bootstrapToken("x")));
    assertEquals("enrollment.unknown_device", refused(other, other.checkOut()));
    assertEquals("enrollment.certificate_bound", refused(other, other.authenticate()));
    assertThrows(MdmException.class, () -> other.poll(other.report("Idle")));
    assertTrue(world.host(other.channel).mdm().isOn());
  }

  @Test
  public void theIdentityOfADeletedMacOpensNothing() {
    mac.enroll();
    other.enroll();
    mac.send(mac.checkOut());
    world.stores.hosts().delete(world.host(mac.channel).id(), Fixtures.activity("deleted_host"));
    other.certificate = mac.certificate;
    assertEquals("enrollment.certificate_bound", refused(other, other.authenticate()));
    assertEquals("enrollment.certificate_bound", refused(mac, mac.authenticate()));
    assertTrue(world.host(other.channel).mdm().isOn());
  }

  @Test
  public void whoHasLeftGetsNothingMore() {
    mac.enroll();
    mac.send(mac.bootstrapToken("secret"));
    mac.send(mac.checkOut());
    assertEquals("enrollment.unknown_device", refused(mac, mac.message("GetBootstrapToken")));
    assertThrows(MdmException.class, () -> mac.poll(mac.report("Idle")));
  }

  @Test
  public void aCertificateWithoutAnEnrollmentIsRefused() {
    mac.certificate = mac.scep(world.profiles.manual()).orElseThrow();
    assertEquals("enrollment.unknown_device", refused(mac, mac.token()));
    assertThrows(MdmException.class, () -> mac.poll(mac.report("Idle")));
  }

  @Test
  public void aUserChannelThatNeverCameIsUnknown() {
    mac.enroll();
    assertThrows(MdmException.class, () -> mac.poll(mac.report("Idle").with("UserID", "501")));
  }

  @Test
  public void aChallengeIsForOneMacOnly() {
    byte[] profile = world.profiles.manual();
    mac.certificate = mac.scep(profile).orElseThrow();
    mac.send(mac.authenticate());
    assertEquals(Optional.empty(), other.scep(profile));
  }

  @Test
  public void aProfileForWhichSomebodyLoggedInSaysWhoseMacItIs() {
    mac.certificate = mac.scep(world.profiles.manualFor("jane@example.com")).orElseThrow();
    mac.send(mac.authenticate());
    HostId host = world.stores.hosts().list(HostFilter.all(), PageRequest.first(1)).get(0).id();
    assertEquals(Optional.of("jane@example.com"), world.stores.addedHosts().email(host));
    assertEquals("its team does not exist", Optional.empty(), team(host));
  }

  @Test
  public void itComesIntoTheTeamOfSelfServiceAndThatOfAPlainProfileDoesNot() {
    TeamId team =
        world
            .stores
            .teams()
            .create(
                new NewTeam("Self-service", ""),
                world.clock.instant(),
                made -> Fixtures.activity("created_team"))
            .id();
    mac.certificate = mac.scep(world.profiles.manualFor("jane@example.com")).orElseThrow();
    mac.send(mac.authenticate());
    other.certificate = other.scep(world.profiles.manual()).orElseThrow();
    other.send(other.authenticate());
    List<Host> hosts = world.stores.hosts().list(HostFilter.all(), PageRequest.first(9));
    assertEquals(
        List.of(Optional.of(team), Optional.empty()), hosts.stream().map(Host::team).toList());
  }

  private Optional<TeamId> team(HostId host) {
    return world.stores.hosts().find(host).orElseThrow().team();
  }

  @Test
  public void aBoundCertificateIsForItsMacOnly() {
    mac.certificate =
        certificateFor(
            new ChallengeBinding(
                ChallengePurpose.ENROLLMENT,
                Optional.empty(),
                Optional.of(other.serial),
                Optional.empty()));
    assertEquals("enrollment.not_this_mac", refused(mac, mac.authenticate()));
    mac.certificate = certificateFor(ChallengeBinding.renewal(other.channel.device()));
    assertEquals("enrollment.not_this_mac", refused(mac, mac.authenticate()));
    assertEquals(List.of(), world.stores.hosts().list(HostFilter.all(), PageRequest.first(10)));
  }

  @Test
  public void aForeignTopicIsRefused() {
    mac.certificate = mac.scep(world.profiles.manual()).orElseThrow();
    assertEquals(
        "enrollment.wrong_topic",
        refused(mac, mac.authenticate().with("Topic", "com.apple.mgmt.External.other")));
  }

  @Test
  public void noProofIsRefusedBeforeAnythingIsRead() {
    assertEquals("pki.wrong_signature", refused(mac, mac.authenticate()));
    mac.certificate = mac.scep(world.profiles.manual()).orElseThrow();
    MdmException malformed =
        assertThrows(
            MdmException.class, () -> world.checkIn(mac.certificate, new byte[] {1, 2, 3}));
    assertEquals(MdmException.Kind.MALFORMED, malformed.kind());
  }

  @Test
  public void hostileNamesAreRefusedOrMadeHarmless() {
    mac.certificate = mac.scep(world.profiles.manual()).orElseThrow();
    for (String evil :
        List.of(
            "'; DROP TABLE x;--", "../../etc", "a:b", "${jndi:x}", "x\ny", "", "é".repeat(65))) {
      assertEquals(
          "enrollment.malformed_message", refused(mac, mac.authenticate().with("UDID", evil)));
      if (!evil.isEmpty()) {
        assertEquals(
            "enrollment.malformed_message",
            refused(mac, mac.authenticate().with("SerialNumber", "'" + evil)));
      }
    }
    mac.send(mac.authenticate().with("DeviceName", "a\n\u202Eb<script>"));
    assertEquals("a b<script>", world.host(mac.channel).facts().name());
  }

  @Test
  public void aMacCannotTakeAnothersSerialNumberLater() {
    other.enroll();
    TestMac liar =
        new TestMac(world, 3) {
          @Override
          PlistDict details() {
            return super.details().with("SerialNumber", other.serial);
          }
        };
    liar.enroll();
    liar.drain();
    assertEquals(Fixtures.serial(3), world.host(liar.channel).facts().serialNumber());
  }

  @Test
  public void anUnreadableAnswerIsLeftAside() {
    mac.enroll();
    Optional<byte[]> command = mac.poll(mac.report("Idle"));
    byte[] odd =
        PlistWriter.write(
            mac.report("Acknowledged")
                .with(
                    "CommandUUID",
                    io.pomona.protocol.command.RawCommand.parse(command.orElseThrow())
                        .uuid()
                        .orElseThrow())
                .with("QueryResponses", "no dictionary"));
    world.connect(mac.certificate, odd);
    world.deliverOutcomes();
    assertEquals("Mac of " + mac.serial, world.host(mac.channel).facts().name());
  }
}
