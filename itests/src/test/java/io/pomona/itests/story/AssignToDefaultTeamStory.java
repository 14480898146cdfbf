package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.apple.abm.AbmCall;
import io.pomona.simulator.apple.abm.AbmEndpoint;
import io.pomona.simulator.apple.abm.AbmPerson;
import io.pomona.simulator.apple.abm.AbmProfile;
import io.pomona.simulator.apple.abm.AbmServer;
import io.pomona.simulator.apple.abm.VirtualAbm;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** Apple tells each Mac that an organization buys what its team wants, from the first minute on. */
public class AssignToDefaultTeamStory {
  private static final String BOARD = "/api/v1/mdm/apple/dep/assignments";
  private static final Duration SOON = Duration.ofSeconds(60);

  @ClassRule public static final Stage STAGE = new Stage();

  private final String tag = UUID.randomUUID().toString().substring(0, 6).toUpperCase();
  private final AdminApi admin = STAGE.admin();
  private final VirtualAbm abm = STAGE.world().abm();
  private final AbmPerson person = abm.person("Assigning " + tag);
  private final List<Long> teams = new ArrayList<>();
  private AbmServer server;
  private long token;

  @Before
  public void connect() {
    JsonNode key = admin.get("/api/v1/mdm/apple/abm_public_key").ok().json().get("public_key");
    String pem = new String(Base64.getDecoder().decode(key.asText()), StandardCharsets.US_ASCII);
    server = person.addServer("Pomona " + tag, pem);
    token =
        admin
            .upload("/api/v1/abm_tokens", "token", "a.p7m", person.downloadToken(server))
            .ok()
            .json()
            .at("/abm_token/id")
            .asLong();
  }

  @After
  public void tidy() {
    abm.script().clear();
    admin.delete("/api/v1/abm_tokens/" + token + "?force=true").ok();
    teams.forEach(team -> admin.delete("/api/v1/teams/" + team));
  }

  private long team(String name, String profile) {
    Map<String, String> named = Map.of("name", name + " " + tag);
    long id = admin.post("/api/v1/teams", named).ok().json().at("/team/id").asLong();
    teams.add(id);
    upload(id, profile);
    return id;
  }

  private JsonNode upload(long team, String profile) {
    return admin
        .post(
            "/api/v1/enrollment_profiles/automatic",
            Map.of(
                "team_id",
                team,
                "name",
                "setup.json",
                "enrollment_profile",
                Map.of("profile_name", profile)))
        .ok()
        .json();
  }

  private void defaultTeam(long team) {
    admin
        .method("PATCH", "/api/v1/abm_tokens/" + token + "/teams", Map.of("macos_team_id", team))
        .ok();
  }

  private void sync() {
    admin.post("/api/v1/abm_tokens/" + token + "/sync", Map.of()).ok();
  }

  private List<String> buy(int count) {
    List<String> serials = person.buyMacs(server, "A" + tag, count);
    sync();
    return serials;
  }

  private Optional<String> told(String serial) {
    return person
        .profile(serial)
        .map(AbmProfile::definition)
        .map(definition -> (String) definition.get("profile_name"));
  }

  private void awaitTold(String serial, String profile) {
    Awaitility.await(serial + " has " + profile)
        .atMost(SOON)
        .until(() -> told(serial).equals(Optional.of(profile)));
  }

  private JsonNode host(String serial) {
    return admin.get("/api/v1/hosts/identifier/" + serial).ok().json().get("host");
  }

  private JsonNode board(String query) {
    return admin.get(BOARD + query).ok().json();
  }

  private Optional<JsonNode> row(String serial) {
    for (JsonNode row : board("?per_page=1000&status=trouble").get("assignments")) {
      if (row.get("hardware_serial").asText().equals(serial)) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  /** Of the first team. */
  private void awaitCount(String status, int count) {
    String query = "?per_page=1&team_id=" + teams.get(0);
    Awaitility.await(count + " are " + status)
        .atMost(Duration.ofMinutes(3))
        .until(() -> board(query).at("/counts/" + status).asInt() == count);
  }

  private void awaitStatus(String serial, String status) {
    Awaitility.await(serial + " is " + status)
        .atMost(SOON)
        .until(() -> row(serial).map(row -> row.get("status").asText()).orElse("").equals(status));
  }

  @Test
  public void aNewMacGetsTheProfileOfTheDefaultTeamAndOfWhereverItIsMoved() {
    long sales = team("Sales", "For sales " + tag);
    long labs = team("Labs", "For labs " + tag);
    defaultTeam(sales);
    String mac = buy(1).get(0);
    awaitTold(mac, "For sales " + tag);
    assertEquals(sales, host(mac).get("team_id").asLong());
    assertEquals("Pending", host(mac).at("/mdm/enrollment_status").asText());
    String url = person.profile(mac).orElseThrow().url().toString();
    assertTrue(url, url.endsWith("/mdm/apple/enroll"));
    assertTrue(person.profile(mac).orElseThrow().awaitsConfiguration());
    admin
        .post(
            "/api/v1/hosts/transfer",
            Map.of("team_id", labs, "hosts", List.of(host(mac).get("id").asLong())))
        .ok();
    awaitTold(mac, "For labs " + tag);
    upload(labs, "For labs, better " + tag);
    awaitTold(mac, "For labs, better " + tag);
    admin.delete("/api/v1/mdm/apple/enrollment_profile?team_id=" + labs);
    awaitTold(mac, "Pomona automatic enrollment");
  }

  @Test
  public void whatAppleCannotAssignIsToldAndTriedAgainWhenSomebodyAsks() {
    defaultTeam(team("Desks", "For desks " + tag));
    abm.script().status("FAILED", List.of("A" + tag + "000000"));
    abm.script().status("NOT_ACCESSIBLE", List.of("A" + tag + "000001"));
    abm.script().status("THROTTLED", List.of("A" + tag + "000002"));
    List<String> macs = buy(4);
    awaitStatus(macs.get(0), "failed");
    awaitStatus(macs.get(1), "not_accessible");
    awaitStatus(macs.get(2), "throttled");
    awaitTold(macs.get(3), "For desks " + tag);
    assertAbout(Duration.ofHours(1), row(macs.get(0)).orElseThrow());
    assertAbout(Duration.ofDays(1), row(macs.get(2)).orElseThrow());
    assertTrue(host(macs.get(0)).at("/mdm/dep_profile_error").asBoolean());
    assertTrue(
        host(macs.get(1)).at("/mdm/dep_profile_detail").asText().contains("does not belong"));
    awaitCount("assigned", 1);
    awaitCount("throttled", 1);
    abm.script().clear();
    long first = host(macs.get(0)).get("id").asLong();
    admin.post(BOARD + "/assign", Map.of("hosts", List.of(first))).ok();
    awaitTold(macs.get(0), "For desks " + tag);
    assertEquals(
        2,
        admin
            .post(BOARD + "/assign", Map.of("all_failed", true, "team_id", teams.get(0)))
            .ok()
            .json()
            .get("count")
            .asInt());
    awaitTold(macs.get(2), "For desks " + tag);
    Awaitility.await().atMost(SOON).until(() -> row(macs.get(1)).isEmpty());
    assertEquals(
        List.of("reassigned_setup_profile", "reassigned_setup_profile"),
        admin
            .get("/api/v1/activities?type=reassigned_setup_profile&team_id=" + teams.get(0))
            .ok()
            .json()
            .get("activities")
            .findValuesAsText("type"));
  }

  private static void assertAbout(Duration wait, JsonNode row) {
    Instant next = Instant.parse(row.get("next_try_at").asText());
    Duration left = Duration.between(Instant.now(), next);
    assertTrue(left + " for " + wait, left.minus(wait).abs().compareTo(Duration.ofMinutes(5)) < 0);
  }

  @Test
  public void moreThanAThousandGoInSeveralCalls() {
    defaultTeam(team("Crowd", "For all " + tag));
    int before = abm.calls().of(AbmEndpoint.ASSIGN_PROFILE).size();
    List<String> macs = buy(1_100);
    awaitCount("assigned", macs.size());
    List<AbmCall> calls = abm.calls().of(AbmEndpoint.ASSIGN_PROFILE).stream().skip(before).toList();
    assertTrue(calls.toString(), calls.stream().allMatch(call -> call.serials() <= 1_000));
    assertEquals(1_100, calls.stream().mapToInt(AbmCall::serials).sum());
    macs.forEach(mac -> assertEquals(Optional.of("For all " + tag), told(mac)));
  }
}
