package io.pomona.simulator.mac;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.mac.update.AvailableUpdate;
import io.pomona.simulator.support.FakeDeclarations;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.Before;
import org.junit.Test;

public class EnforcedUpdateTest {

  private static final String ENFORCE = "org.example.enforce";
  private static final String TYPE = "com.apple.configuration.softwareupdate.enforcement.specific";
  private static final String STATE = "/softwareupdate/install-state";
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private MacScene scene;
  private FakeDeclarations server;

  @Before
  public void enroll() throws Exception {
    begin("15.1");
  }

  private void begin(String osVersion) throws Exception {
    scene = new MacScene(osVersion, Supervision.none());
    server = scene.server.declarations;
    server.put(
        "org.example.subscriptions",
        "com.apple.configuration.management.status-subscriptions",
        "{\"StatusItems\":[{\"Name\":\"softwareupdate.install-state\"},"
            + "{\"Name\":\"softwareupdate.pending-version\"},"
            + "{\"Name\":\"softwareupdate.install-reason\"},"
            + "{\"Name\":\"softwareupdate.failure-reason\"}]}");
    server.activate(ENFORCE, "org.example.subscriptions");
  }

  private void enforce(String version) {
    String deadline = LOCAL.format(LocalDateTime.now(scene.clock).plusDays(1));
    server.put(
        ENFORCE,
        TYPE,
        "{\"TargetOSVersion\":\"" + version + "\",\"TargetLocalDateTime\":\"" + deadline + "\"}");
    scene.status("DeclarativeManagement", "Data", server.tokens());
  }

  private void poll(int times) {
    for (int i = 0; i < times; i++) {
      scene.mac.poll();
    }
  }

  @Test
  public void atTheDeadlineItIsInstalled() {
    enforce("15.2");
    poll(5);
    assertEquals(List.of("none", "downloading", "prepared"), server.all(STATE));
    assertEquals("15.2", server.last("/softwareupdate/pending-version/os-version").asText());
    assertEquals(ENFORCE, server.last("/softwareupdate/install-reason/declaration-id").asText());
    assertEquals("15.1", scene.mac.hardware().osVersion());

    scene.clock.forward(Duration.ofDays(1));
    poll(2);

    assertEquals(
        List.of("none", "downloading", "prepared", "installing", "none"), server.all(STATE));
    assertEquals("15.2", scene.mac.hardware().osVersion());
    assertEquals("24C101", scene.mac.hardware().build());
    assertEquals("15.2", server.last("/device/operating-system/version").asText());
    assertEquals("", server.last("/softwareupdate/pending-version/os-version").asText());
  }

  @Test
  public void itComesBackByItselfUntilItIsPrepared() {
    scene.mac.faults().add(Fault.UPDATE_DOWNLOAD_FAILS);
    enforce("15.2");
    scene.mac.poll();
    scene.mac.faults().mend(Fault.UPDATE_DOWNLOAD_FAILS);

    assertTrue(scene.mac.poll().pollAgain().isPresent());
    assertTrue(scene.mac.poll().pollAgain().isEmpty());
    assertEquals("prepared", server.last(STATE).asText());

    scene.clock.forward(Duration.ofDays(1).minusSeconds(30));
    assertTrue(scene.mac.poll().pollAgain().isPresent());
  }

  @Test
  public void theUserMayComeFirst() throws Exception {
    enforce("15.2");

    scene.mac.installUpdate();

    assertEquals("15.2", scene.mac.hardware().osVersion());
    assertTrue(server.all(STATE).contains("installing"));
    assertThrows(IllegalStateException.class, scene.mac::installUpdate);
  }

  @Test
  public void aFailureIsReportedAndTriedAgainOnceMended() {
    scene.mac.faults().add(Fault.UPDATE_DOWNLOAD_FAILS);
    enforce("15.2");
    poll(3);
    assertEquals("failed", server.last(STATE).asText());
    assertEquals(1, server.last("/softwareupdate/failure-reason/count").asInt());

    scene.mac.faults().mend(Fault.UPDATE_DOWNLOAD_FAILS);
    poll(2);

    assertEquals("prepared", server.last(STATE).asText());
  }

  @Test
  public void whatAppleDoesNotOfferIsNotFound() {
    scene.mac.offer(AvailableUpdate.of("15.1.1", "24B91"));
    enforce("15.2");

    assertEquals("none", server.last(STATE).asText());
    assertTrue(server.last("/softwareupdate/failure-reason/reason").asText().contains("15.2"));
  }

  @Test
  public void aVersionThatItHasWantsNothing() {
    enforce("15.1");
    poll(2);

    assertEquals(List.of("none"), server.all(STATE));
  }

  @Test
  public void aDeclarationTakenBackStopsIt() {
    enforce("15.2");
    server.activate("org.example.subscriptions");
    scene.status("DeclarativeManagement", "Data", server.tokens());

    assertEquals("none", server.last(STATE).asText());
    scene.clock.forward(Duration.ofDays(2));
    poll(3);
    assertEquals("15.1", scene.mac.hardware().osVersion());
  }

  @Test
  public void macos13DoesNotKnowIt() throws Exception {
    begin("13.7.1");
    enforce("14.7.1");

    assertEquals(
        "Error.ConfigurationNotSupported",
        server.verdict("configurations", ENFORCE).at("/reasons/0/code").asText());
  }

  @Test
  public void aDeadlineWithAZoneIsInvalid() {
    server.put(
        ENFORCE,
        TYPE,
        "{\"TargetOSVersion\":\"15.2\",\"TargetLocalDateTime\":\"2026-11-24T12:00:00Z\"}");
    scene.status("DeclarativeManagement", "Data", server.tokens());

    assertEquals(
        "Error.ConfigurationIsInvalid",
        server.verdict("configurations", ENFORCE).at("/reasons/0/code").asText());
  }
}
