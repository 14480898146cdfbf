package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.mac.VirtualMac;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;

/** A Mac that moves to another team keeps what both have, and is seen by the people of its team. */
public class TransferBetweenTeamsStory {
  private static final String PASSWORD = "long enough for a test";

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final Hosts hosts = new Hosts(admin);
  private final List<Long> teams = new ArrayList<>();
  private final long desks = team("Desks");
  private final long labs = team("Labs");

  @After
  public void tidy() {
    teams.forEach(team -> admin.delete("/api/v1/teams/" + team));
  }

  private long team(String name) {
    Map<String, String> named = Map.of("name", name + " " + UUID.randomUUID());
    long id = admin.post("/api/v1/teams", named).ok().json().at("/team/id").asLong();
    teams.add(id);
    return id;
  }

  private void upload(SampleProfile profile, long team) {
    admin
        .upload(
            "/api/v1/configuration_profiles",
            Map.of("team_id", String.valueOf(team)),
            "profile",
            "a.mobileconfig",
            profile.mobileconfig())
        .ok();
  }

  private void move(VirtualMac mac, long team) {
    admin
        .post("/api/v1/hosts/transfer", Map.of("team_id", team, "hosts", List.of(hosts.id(mac))))
        .ok();
  }

  /** How many commands of this type the Mac was sent. */
  private int sent(VirtualMac mac, String requestType) {
    JsonNode commands =
        admin
            .get("/api/v1/commands?per_page=1000&host_identifier=" + mac.hardware().udid())
            .ok()
            .json()
            .get("results");
    return (int)
        commands.findValuesAsText("request_type").stream().filter(requestType::equals).count();
  }

  @Test
  public void whatBothTeamsHaveStays() {
    SampleProfile shared = SampleProfile.named("Wi-Fi");
    SampleProfile ofDesks = SampleProfile.named("Desk");
    SampleProfile ofLabs = SampleProfile.named("Lab");
    List.of(shared, ofDesks).forEach(profile -> upload(profile, desks));
    List.of(shared, ofLabs).forEach(profile -> upload(profile, labs));
    VirtualMac mac = STAGE.world().newMac();
    STAGE.world().enroll(admin, List.of(mac));
    move(mac, desks);
    hosts.awaitProfile(mac, shared.name(), "verified");
    hosts.awaitProfile(mac, ofDesks.name(), "verified");
    move(mac, labs);
    hosts.awaitProfile(mac, ofLabs.name(), "verified");
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !mac.has(ofDesks.identifier()));
    assertTrue(mac.has(shared.identifier()));
    assertEquals(3, sent(mac, "InstallProfile"));
    assertEquals(1, sent(mac, "RemoveProfile"));
    assertEquals(labs, hosts.of(mac).get("team_id").asLong());
  }

  @Test
  public void peopleSeeTheMacsOfTheirTeam() {
    VirtualMac mac = STAGE.world().newMac();
    STAGE.world().enroll(admin, List.of(mac));
    String path = "/api/v1/hosts/" + hosts.id(mac);
    AdminApi tom = inTeam(desks, "maintainer");
    assertEquals(404, tom.get(path).status());
    assertEquals(0, tom.get("/api/v1/hosts").ok().json().get("hosts").size());
    move(mac, desks);
    assertEquals(200, tom.get(path).status());
    assertEquals(1, tom.get("/api/v1/hosts").ok().json().get("hosts").size());
    assertEquals(404, tom.get("/api/v1/hosts?team_id=" + labs).status());
    assertEquals(403, tom.post("/api/v1/hosts/transfer", Map.of()).status());
    move(mac, labs);
    assertEquals(404, tom.get(path).status());
  }

  /** At once, on both sides, and nothing of what is of no team. */
  @Test
  public void peopleSeeTheActivitiesOfTheirTeam() {
    VirtualMac mac = STAGE.world().newMac();
    STAGE.world().enroll(admin, List.of(mac));
    AdminApi tom = inTeam(desks, "observer");
    AdminApi eve = inTeam(labs, "maintainer");
    assertEquals(List.of("changed_user_team_role", "created_team"), feed(tom));
    move(mac, desks);
    move(mac, labs);
    assertEquals(List.of("transferred_hosts", "transferred_hosts"), feed(tom).subList(0, 2));
    assertEquals(List.of("transferred_hosts", "changed_user_team_role", "created_team"), feed(eve));
    JsonNode moved = activities(eve).get(0).get("details");
    assertEquals(desks, moved.get("previous_team_id").asLong());
    assertEquals(hosts.id(mac), moved.at("/host_ids/0").asLong());
    assertEquals(403, tom.get("/api/v1/activities/verification").status());
    assertEquals(404, tom.get("/api/v1/activities?team_id=" + labs).status());
    assertEquals(
        feed(tom).size(),
        tom.get("/api/v1/activities/export?format=ndjson").ok().text().lines().count());
  }

  private static JsonNode activities(AdminApi api) {
    return api.get("/api/v1/activities").ok().json().get("activities");
  }

  private static List<String> feed(AdminApi api) {
    return activities(api).findValuesAsText("type");
  }

  private AdminApi inTeam(long team, String role) {
    String email = role + "-" + UUID.randomUUID() + "@example.com";
    Map<String, Object> account =
        Map.of(
            "name", role,
            "email", email,
            "password", PASSWORD,
            "teams", List.of(Map.of("id", team, "role", role)));
    admin.post("/api/v1/users", account).ok();
    return STAGE.pomona().logIn(email, PASSWORD);
  }
}
