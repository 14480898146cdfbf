package io.pomona.enrollment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.abm.AbmDevice;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.abm.Admission;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.enrollment.AutomaticSteps.Progress;
import io.pomona.enrollment.AutomaticSteps.Step;
import io.pomona.testkit.Fixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.Test;

public class AutomaticEnrollmentTest {
  private final EnrollmentWorld world = new EnrollmentWorld();
  private final TestMac mac = new TestMac(world, 1);
  private Optional<String> profileAtApple = Optional.empty();
  private boolean assigned = true;
  private final AutomaticSteps steps =
      new AutomaticSteps(serial -> device(), world.stores.arrivals(), world.clock);

  private Optional<AbmDevice> device() {
    return Optional.of(
            new AbmDevice(
                mac.serial,
                new AbmTokenId(1),
                world.host(mac.channel).id(),
                "MAC",
                "",
                "",
                profileAtApple,
                Optional.of(world.clock.instant())))
        .filter(device -> assigned);
  }

  private byte[] profile(TestMac of) {
    return world.profiles.profile(of.serial, Optional.of(of.channel.device()));
  }

  private void come(TestMac who, byte[] profile) {
    who.certificate = who.scep(profile).orElseThrow();
    who.send(who.authenticate());
    who.send(who.token());
  }

  private MdmStatus status() {
    return world.host(mac.channel).mdm();
  }

  private Object installedFromDep(String type) {
    return world.stores.activities().newest(PageRequest.first(50)).stream()
        .filter(activity -> activity.type().equals(type))
        .findFirst()
        .orElseThrow()
        .details()
        .get("installed_from_dep");
  }

  @Test
  public void aMacThatAbmSendsIsOnAutomatically() {
    come(mac, profile(mac));
    assertEquals(MdmStatus.ON_AUTOMATIC, status());
    assertEquals(true, installedFromDep("mdm_enrolled"));
    mac.send(mac.checkOut());
    assertEquals(MdmStatus.OFF, status());
    assertEquals(true, installedFromDep("mdm_unenrolled"));
  }

  @Test
  public void byHandItIsManualAndTheOtherWayRound() {
    come(mac, profile(mac));
    mac.enroll();
    assertEquals(MdmStatus.ON_MANUAL, status());
    assertEquals(false, installedFromDep("mdm_enrolled"));
    come(mac, profile(mac));
    assertEquals(MdmStatus.ON_AUTOMATIC, status());
  }

  @Test
  public void theOldEnrollmentEndsWhenTheNewOneBegins() {
    mac.enroll();
    byte[] profile = profile(mac);
    mac.poll(mac.report("Idle"));
    String before = mac.certificate;
    mac.certificate = mac.scep(profile).orElseThrow();
    assertEquals(MdmStatus.ON_MANUAL, status());
    mac.send(mac.authenticate());
    assertEquals(Optional.empty(), world.stores.enrollments().binding(before));
  }

  @Test
  public void theProfileServesNoOtherMac() {
    byte[] profile = profile(mac);
    TestMac other = new TestMac(world, 2);
    other.certificate = other.scep(profile).orElseThrow();
    MdmException e = assertThrows(MdmException.class, () -> other.send(other.authenticate()));
    assertEquals("enrollment.not_this_mac", e.code());
    byte[] copied = world.profiles.profile(mac.serial, Optional.of(other.channel.device()));
    mac.certificate = mac.scep(copied).orElseThrow();
    assertThrows(MdmException.class, () -> mac.send(mac.authenticate()));
  }

  private Optional<Step> step() {
    return steps.of(world.host(mac.channel)).map(Progress::step);
  }

  @Test
  public void aMigrationIsToldStepByStep() {
    mac.enroll();
    mac.send(mac.checkOut());
    assertEquals(Optional.of(Step.ASSIGNED), step());
    profileAtApple = Optional.of("P-1");
    assertEquals(Optional.of(Step.PROFILE_ASSIGNED), step());
    world.clock.advance(Duration.ofMinutes(1));
    world.stores.arrivals().requested(mac.serial, world.clock.instant());
    assertEquals(Optional.of(Step.PROFILE_REQUESTED), step());
    world.clock.advance(Duration.ofMinutes(1));
    mac.certificate = mac.scep(profile(mac)).orElseThrow();
    mac.send(mac.authenticate());
    assertEquals(Optional.of(Step.ENROLLING), step());
    mac.send(mac.token());
    assertEquals(Optional.of(Step.ENROLLED), step());
    mac.send(mac.checkOut());
    assertEquals("the request was of then", Optional.of(Step.PROFILE_ASSIGNED), step());
  }

  @Test
  public void anAdmissionIsUsedUpWhenTheMacBeginsToEnroll() {
    Instant now = world.clock.instant();
    world
        .stores
        .arrivals()
        .admit(
            Admission.of(mac.serial, "Ada", now.plusSeconds(60)),
            Fixtures.activity("admitted_host"),
            now);
    mac.certificate = mac.scep(profile(mac)).orElseThrow();
    assertTrue(world.stores.arrivals().admission(mac.serial, now).isPresent());
    mac.send(mac.authenticate());
    assertEquals(Optional.empty(), world.stores.arrivals().admission(mac.serial, now));
  }

  @Test
  public void aMacThatHasNothingToDoWithAbmSaysNothing() {
    mac.enroll();
    assigned = false;
    assertEquals(Optional.empty(), step());
    world
        .stores
        .arrivals()
        .admit(
            Admission.of(mac.serial, "Ada", world.clock.instant().plusSeconds(60)),
            Fixtures.activity("admitted_host"),
            world.clock.instant());
    assertEquals(Optional.of(Step.NOT_ASSIGNED), step());
  }
}
