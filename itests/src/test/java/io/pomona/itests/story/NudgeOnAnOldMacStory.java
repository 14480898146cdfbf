package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.AdminApi.Answer;
import io.pomona.simulator.mac.MacApplication;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.testkit.SamplePackages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** A Mac that knows no declarations is told by Nudge, until it is new enough. */
public class NudgeOnAnOldMacStory {
  private static final String UPDATES = "/api/v1/macos_updates";
  private static final String PACKAGE = UPDATES + "/nudge_package";
  private static final String NUDGE = "io.pomona.nudge";
  private static final String NAME = "Nudge: required macOS";

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final Hosts hosts = new Hosts(admin);
  private long team;

  @Before
  public void setUp() {
    team =
        admin
            .post("/api/v1/teams", Map.of("name", "Old benches"))
            .ok()
            .json()
            .at("/team/id")
            .asLong();
  }

  @After
  public void tidy() {
    admin.delete(PACKAGE);
    admin.delete("/api/v1/teams/" + team);
  }

  private VirtualMac mac(String version, String build) {
    VirtualMac mac =
        VirtualMac.inMemory(
            STAGE.world().newHardware().updated(version, build), STAGE.world().macSetup());
    STAGE.world().enroll(admin, List.of(mac));
    admin
        .post("/api/v1/hosts/transfer", Map.of("team_id", team, "hosts", List.of(hosts.id(mac))))
        .ok();
    return mac;
  }

  private Answer require(String version, String deadline) {
    return admin.method(
        "PATCH",
        UPDATES,
        Map.of(
            "team_id", team,
            "minimum_version", version,
            "deadline", deadline,
            "time_zone", "Europe/Berlin"));
  }

  private JsonNode updateOf(VirtualMac mac) {
    return hosts.of(mac).path("mdm").path("macos_update");
  }

  private boolean is(VirtualMac mac, String state, String way) {
    JsonNode update = updateOf(mac);
    return update.path("state").asText().equals(state)
        && update.path("enforced_by").asText().equals(way);
  }

  private static void await(String what, Callable<Boolean> condition) {
    Awaitility.await(what).atMost(Duration.ofSeconds(60)).until(condition);
  }

  @Test
  public void nudgeComesAndGoes() {
    VirtualMac old = mac("13.6.9", "22G830");
    VirtualMac declarative = mac("14.6.1", "23G93");
    require("14.7", "2099-12-24").ok();
    assertTrue(updateOf(old).toString(), is(old, "pending", "none"));
    assertTrue(updateOf(old).path("detail").asText().contains("nudge_package"));
    byte[] content = SamplePackages.signed(3 << 20);
    admin.upload(PACKAGE, "package", "Nudge.pkg", content).ok();
    assertEquals("Nudge.pkg", admin.get(PACKAGE).ok().json().path("name").asText());
    await("the Mac has Nudge", () -> !old.applications().isEmpty());
    MacApplication nudge = old.applications().get(0);
    assertEquals(content.length, nudge.size());
    hosts.awaitProfile(old, NAME, "verified");
    await("it is known", () -> updateOf(old).path("detail").asText().contains("has fetched"));
    assertTrue(updateOf(old).toString(), is(old, "pending", "nudge"));
    assertEquals("2099-12-24T19:00:00Z", updateOf(old).path("deadline").asText());
    assertEquals("2099-12-24T20:00", updateOf(old).path("deadline_local").asText());
    assertFalse(declarative.has(NUDGE));
    assertEquals(List.of(), declarative.applications());
    counted("pending", 2);

    old.updateTo("14.7", "23H124");
    admin.post("/api/v1/hosts/" + hosts.id(old) + "/refetch", Map.of()).ok();
    await("it is up to date", () -> is(old, "up_to_date", "none"));
    await("its profile goes", () -> !old.has(NUDGE));
    await("and is forgotten", () -> hosts.profile(old, NAME).isEmpty());
    counted("up_to_date", 1);
  }

  private void counted(String state, int macs) {
    JsonNode summary = admin.get(UPDATES + "/summary?team_id=" + team).ok().json();
    assertEquals(summary.toString(), macs, summary.path("states").path(state).asInt());
  }

  @Test
  public void whatEndsTakesTheProfileAway() {
    VirtualMac old = mac("12.7.6", "21H1320");
    Answer answer = require("14.7", "2001-01-01").ok();
    assertEquals(1, answer.json().path("warnings").size());
    hosts.awaitProfile(old, NAME, "verified");
    assertTrue(updateOf(old).toString(), is(old, "overdue", "none"));
    JsonNode settings = admin.get(UPDATES + "/nudge.json?team_id=" + team).ok().json();
    assertEquals(
        "2001-01-01T19:00:00Z",
        settings.at("/osVersionRequirements/0/requiredInstallationDate").asText());
    assertTrue(settings.at("/optionalFeatures/honorCycleTimersOnExit").asBoolean());
    require("", "").ok();
    await("the profile goes", () -> !old.has(NUDGE));
    assertTrue(updateOf(old).isNull());
    assertEquals(404, admin.get(UPDATES + "/nudge.json?team_id=" + team).status());
  }

  @Test
  public void whatIsNoneIsRefused() {
    assertEquals(422, require("fourteen", "2099-12-24").status());
    assertEquals(422, require("14.7", "").status());
    assertEquals(
        422, admin.upload(PACKAGE, "package", "Nudge.pkg", SamplePackages.unsigned()).status());
    assertEquals(404, admin.get(PACKAGE).status());
    assertEquals(404, admin.as("").get("/mdm/apple/nudge?token=guessed").status());
  }
}
