package io.pomona.enrollment;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.DeclarativeMessages;
import io.pomona.api.enrollment.DeviceListener;
import io.pomona.api.enrollment.Enrollment;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.checkin.CheckInAnswers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class EnrollStoryTest {
  private static final String USER = "0A1B2C3D-0000-4000-8000-000000000501";
  private final EnrollmentWorld world = new EnrollmentWorld();
  private final TestMac mac = new TestMac(world, 1);

  @Test
  public void aMacEnrollsAndTellsItsDetails() {
    mac.enroll();
    assertEquals(MdmStatus.ON_MANUAL, world.host(mac.channel).mdm());
    assertEquals("Mac of " + mac.serial, world.host(mac.channel).facts().name());
    mac.drain();
    assertEquals("Renamed", world.host(mac.channel).facts().name());
    assertEquals("15.6", world.host(mac.channel).facts().osVersion());
    assertTrue(
        world.stores.hosts().inventory(world.host(mac.channel).id()).securityInfo().isPresent());
    assertEquals(1, world.activities("mdm_enrolled"));
  }

  @Test
  public void aMacIsEnrolledOnlyByItsToken() {
    mac.certificate = mac.scep(world.profiles.manual()).orElseThrow();
    mac.send(mac.authenticate());
    assertFalse(world.stores.enrollments().find(mac.channel).orElseThrow().enabled());
    assertEquals(0, world.activities("mdm_enrolled"));
  }

  @Test
  public void aUserChannelComesAfterTheMacs() {
    mac.certificate = mac.scep(world.profiles.manual()).orElseThrow();
    mac.send(mac.authenticate());
    assertEquals(
        "enrollment.device_first",
        assertThrows(MdmException.class, () -> mac.send(mac.userToken(USER))).code());
    mac.send(mac.token());
    mac.send(mac.userToken(USER));
    ChannelId user = ChannelId.user(mac.channel.device(), USER);
    assertTrue(world.stores.enrollments().find(user).orElseThrow().enabled());
    assertEquals(1, world.activities("mdm_enrolled"));
  }

  @Test
  public void enrollingAgainEndsWhatWasBefore() {
    mac.enroll();
    mac.send(mac.userToken(USER));
    String before = mac.certificate;
    mac.enroll();
    ChannelId user = ChannelId.user(mac.channel.device(), USER);
    assertFalse(world.stores.enrollments().find(user).filter(Enrollment::enabled).isPresent());
    assertEquals(Optional.empty(), world.stores.enrollments().binding(before));
    assertEquals(2, world.activities("mdm_enrolled"));
    assertEquals(Long.valueOf(1), world.stores.hosts().counts().get(MdmStatus.ON_MANUAL));
    mac.drain();
  }

  @Test
  public void checkOutTurnsMdmOff() {
    mac.enroll();
    assertEquals(200, mac.send(mac.checkOut()).status());
    assertEquals(200, mac.send(mac.checkOut()).status());
    assertEquals(MdmStatus.OFF, world.host(mac.channel).mdm());
    assertEquals(1, world.activities("mdm_unenrolled"));
    assertThrows(MdmException.class, () -> mac.send(mac.token()));
  }

  @Test
  public void aUserWhoLeavesLeavesTheMacEnrolled() {
    mac.enroll();
    assertEquals(200, mac.send(mac.checkOut().with("UserID", USER)).status());
    assertEquals(MdmStatus.ON_MANUAL, world.host(mac.channel).mdm());
    assertEquals(0, world.activities("mdm_unenrolled"));
    mac.poll(mac.report("Idle"));
  }

  @Test
  public void anAdminTurnsMdmOffByRemovingTheProfile() {
    mac.enroll();
    mac.drain();
    world.unenrollment.request(io.pomona.testkit.Fixtures.ADMIN, world.host(mac.channel));
    assertEquals(MdmStatus.ON_MANUAL, world.host(mac.channel).mdm());
    mac.drain();
    assertEquals(MdmStatus.OFF, world.host(mac.channel).mdm());
    assertEquals(1, world.activities("turned_off_mdm"));
    assertEquals(1, world.activities("mdm_unenrolled"));
    assertThrows(
        MdmException.class,
        () ->
            world.unenrollment.request(io.pomona.testkit.Fixtures.ADMIN, world.host(mac.channel)));
  }

  @Test
  public void theBootstrapTokenIsKeptSealedAndGivenBack() {
    mac.enroll();
    assertEquals(0, mac.send(mac.message("GetBootstrapToken")).body().length);
    mac.send(mac.bootstrapToken("secret"));
    byte[] sealed = world.stores.bootstrapTokens().get(mac.channel).orElseThrow();
    assertFalse(new String(sealed, StandardCharsets.UTF_8).contains("secret"));
    mac.enroll();
    assertArrayEquals(
        CheckInAnswers.bootstrapToken("secret".getBytes(StandardCharsets.UTF_8)),
        mac.send(mac.message("GetBootstrapToken")).body());
    mac.send(mac.message("SetBootstrapToken"));
    assertEquals(0, mac.send(mac.message("GetBootstrapToken")).body().length);
  }

  @Test
  public void networkUsersAreManagedUnlessConfiguredOtherwise() {
    mac.enroll();
    assertArrayEquals(
        CheckInAnswers.digestChallenge(""),
        mac.send(mac.message("UserAuthenticate").with("UserID", USER)).body());
    TestMac other = new TestMac(new EnrollmentWorld(Configs.withoutUsers()), 2).enroll();
    assertEquals(410, other.send(other.message("UserAuthenticate").with("UserID", USER)).status());
  }

  @Test
  public void whatIsNotServedIsNotFound() {
    mac.enroll();
    for (var message :
        List.of(
            mac.message("GetToken").with("TokenServiceType", "com.apple.maid"),
            mac.message("DeclarativeManagement").with("Endpoint", "tokens"))) {
      assertEquals(
          MdmException.Kind.NOT_FOUND,
          assertThrows(MdmException.class, () -> mac.send(message)).kind());
    }
  }

  @Test
  public void declarationsAreAnsweredByWhoeverHasThem() {
    mac.enroll();
    byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
    DeclarativeMessages present =
        (channel, message) ->
            message.endpoint().equals("status") ? Optional.empty() : Optional.of(json);
    world.declarative.ask(present);
    CheckInAnswer answer =
        mac.send(mac.message("DeclarativeManagement").with("Endpoint", "tokens"));
    assertArrayEquals(json, answer.body());
    assertEquals("application/json", answer.mediaType());
    assertEquals(
        0, mac.send(mac.message("DeclarativeManagement").with("Endpoint", "status")).body().length);
    TestMac stranger = new TestMac(world, 2).enroll();
    assertEquals(
        "of another Mac",
        MdmException.Kind.FORBIDDEN,
        assertThrows(
                MdmException.class,
                () ->
                    stranger.send(mac.message("DeclarativeManagement").with("Endpoint", "tokens")))
            .kind());
    world.declarative.forget(present);
    assertEquals(
        MdmException.Kind.NOT_FOUND,
        assertThrows(
                MdmException.class,
                () -> mac.send(mac.message("DeclarativeManagement").with("Endpoint", "tokens")))
            .kind());
  }

  @Test
  public void listenersHearUntilTheyHaveTakenIt() {
    List<String> heard = new ArrayList<>();
    world.news.bind(
        new DeviceListener() {
          @Override
          public void enrolled(Enrollment enrollment) {
            heard.add("enrolled");
            if (heard.size() == 1) {
              throw new IllegalStateException("not yet");
            }
          }

          @Override
          public void checkedOut(Enrollment enrollment) {
            heard.add("left");
          }
        });
    mac.enroll();
    world.news.deliver();
    world.news.deliver();
    assertEquals(List.of("enrolled"), heard);
    world.clock.advance(Duration.ofMinutes(1));
    world.news.deliver();
    mac.send(mac.checkOut());
    world.news.deliver();
    world.clock.advance(Duration.ofHours(1));
    world.news.deliver();
    assertEquals(List.of("enrolled", "enrolled", "left"), heard);
  }
}
