package io.pomona.enrollment;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.DeviceIdentities;
import io.pomona.api.enrollment.IdentityBinding;
import io.pomona.api.organization.StatusCheck.Level;
import io.pomona.protocol.checkin.CheckInAnswers;
import io.pomona.protocol.command.RawCommand;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.Test;

public class RenewalTest {
  private final EnrollmentWorld world = new EnrollmentWorld();

  /** Answers the renewal with what a test says, once. */
  private final class StubbornMac extends TestMac {
    Optional<String> answer = Optional.empty();

    StubbornMac() {
      super(RenewalTest.this.world, 1);
    }

    @Override
    PlistDict install(RawCommand command) {
      if (answer.isEmpty()) {
        return super.install(command);
      }
      String status = answer.get();
      answer = Optional.empty();
      return report(status).with("CommandUUID", command.uuid().orElseThrow());
    }
  }

  private final StubbornMac mac = new StubbornMac();

  private String enrolledHalfAYearAgo() {
    mac.enroll();
    mac.drain();
    assertEquals(0, world.renewal.sweep());
    world.clock.advance(Duration.ofDays(186));
    return mac.certificate;
  }

  @Test
  public void aRenewalKeepsTheEnrollment() {
    String before = enrolledHalfAYearAgo();
    mac.send(mac.userToken("501"));
    assertEquals(1, world.renewal.sweep());
    assertEquals(0, world.renewal.sweep());
    mac.drain();
    assertNotEquals(before, mac.certificate);
    assertEquals(1, world.activities("mdm_enrolled"));
    assertEquals(0, world.renewal.sweep());
    mac.poll(mac.report("Idle").with("UserID", "501"));
    assertEquals(Optional.empty(), world.stores.enrollments().binding(before));
    assertEquals(Level.OK, world.status.check().get(0).level());
  }

  @Test
  public void theAnswerMayComeUnderTheFormerCertificate() {
    String before = enrolledHalfAYearAgo();
    world.renewal.sweep();
    RawCommand command = RawCommand.parse(mac.poll(mac.report("Idle")).orElseThrow());
    byte[] answer = PlistWriter.write(mac.execute(command));
    assertFalse(world.stores.enrollments().binding(before).orElseThrow().current());
    world.connect(before, answer);
    world.deliverOutcomes();
    assertTrue(world.stores.enrollments().binding(before).isPresent());
    mac.poll(mac.report("Idle"));
    assertEquals(Optional.empty(), world.stores.enrollments().binding(before));
    assertThrows(MdmException.class, () -> world.connect(before, answer));
    assertTrue(
        world.stores.enrollments().binding(mac.certificate).map(IdentityBinding::current).get());
  }

  @Test
  public void anotherNodeEndsTheFormerCertificate() {
    String before = enrolledHalfAYearAgo();
    world.renewal.sweep();
    mac.execute(RawCommand.parse(mac.poll(mac.report("Idle")).orElseThrow()));
    byte[] idle = PlistWriter.write(mac.report("Idle"));
    DeviceIdentities node = world.anotherNode();
    node.require(node.certificate(EnrollmentWorld.request(mac.certificate, idle)), mac.channel);
    assertEquals(Optional.empty(), world.stores.enrollments().binding(before));
  }

  @Test
  public void theFormerCertificateCannotBringBackABootstrapToken() {
    String before = enrolledHalfAYearAgo();
    world.renewal.sweep();
    mac.execute(RawCommand.parse(mac.poll(mac.report("Idle")).orElseThrow()));
    mac.send(mac.bootstrapToken("new"));
    world.checkIn(before, PlistWriter.write(mac.bootstrapToken("stale")));
    assertArrayEquals(
        CheckInAnswers.bootstrapToken("new".getBytes(StandardCharsets.UTF_8)),
        mac.send(mac.message("GetBootstrapToken")).body());
  }

  @Test
  public void anIdentityOfAShortLifeIsRenewedAtItsHalfOnly() {
    world.pki.life = Duration.ofDays(90);
    mac.enroll();
    int renewed = 0;
    for (int hour = 0; hour < 24 * 100; hour++) {
      renewed += world.renewal.sweep();
      mac.drain();
      world.clock.advance(Duration.ofHours(1));
    }
    assertEquals(2, renewed);
  }

  @Test
  public void theFormerCertificateCannotBringBackAToken() {
    String before = enrolledHalfAYearAgo();
    PlistDict stale = mac.token("stale");
    world.renewal.sweep();
    mac.execute(RawCommand.parse(mac.poll(mac.report("Idle")).orElseThrow()));
    world.checkIn(before, PlistWriter.write(stale));
    assertNotEquals(
        "magic-stale",
        world.stores.enrollments().find(mac.channel).orElseThrow().push().get().pushMagic());
  }

  @Test
  public void notNowWaits() {
    String before = enrolledHalfAYearAgo();
    world.renewal.sweep();
    mac.answer = Optional.of("NotNow");
    mac.poll(mac.execute(RawCommand.parse(mac.poll(mac.report("Idle")).orElseThrow())));
    assertEquals(0, world.renewal.sweep());
    mac.drain();
    assertNotEquals(before, mac.certificate);
  }

  @Test
  public void anErrorIsTriedAgainLaterAndLater() {
    enrolledHalfAYearAgo();
    Duration waited = Duration.ZERO;
    for (int refusal = 0; refusal < 4; refusal++) {
      assertEquals(1, world.renewal.sweep());
      mac.answer = Optional.of("Error");
      mac.drain();
      assertEquals(0, world.renewal.sweep());
      Duration pause = Duration.ofHours(1L << refusal);
      world.clock.advance(pause.minusSeconds(1));
      assertEquals(0, world.renewal.sweep());
      world.clock.advance(Duration.ofSeconds(1));
      waited = waited.plus(pause);
    }
    assertEquals(Duration.ofHours(15), waited);
    world.renewal.sweep();
    mac.drain();
    assertEquals(0, world.stores.renewals().expiringBefore(soon()));
  }

  private java.time.Instant soon() {
    return world.clock.instant().plus(Duration.ofDays(300));
  }

  @Test
  public void anAcknowledgementWithoutANewIdentityIsNotTheEnd() {
    String before = enrolledHalfAYearAgo();
    world.renewal.sweep();
    mac.answer = Optional.of("Acknowledged");
    mac.drain();
    assertEquals(0, world.renewal.sweep());
    world.clock.advance(Duration.ofDays(1));
    assertEquals(1, world.renewal.sweep());
    mac.drain();
    assertNotEquals(before, mac.certificate);
  }

  @Test
  public void aMacThatIsAwayGetsAFreshChallenge() {
    enrolledHalfAYearAgo();
    for (int day = 0; day < 170; day++) {
      world.renewal.sweep();
      world.deliverOutcomes();
      world.clock.advance(Duration.ofDays(1));
    }
    assertEquals(Level.WARNING, world.status.check().get(0).level());
    mac.drain();
    assertEquals(0, world.stores.renewals().expiringBefore(soon()));
    assertEquals(Level.OK, world.status.check().get(0).level());
  }

  @Test
  public void aNewAuthorityRenewsAllWithoutRefusingAny() {
    mac.enroll();
    world.pki.rollAuthority();
    mac.drain();
    String before = mac.certificate;
    assertEquals(1, world.renewal.sweep());
    mac.drain();
    assertNotEquals(before, mac.certificate);
    assertEquals(0, world.renewal.sweep());
  }

  @Test
  public void theAlarmNamesWhatHasEnded() {
    mac.enroll();
    world.clock.advance(Duration.ofDays(366));
    assertEquals(Level.ERROR, world.status.check().get(0).level());
  }
}
