package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.testkit.SampleProfiles;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;

/**
 * The requests of an existing client, verb by verb as docs/compat.md lists them, and what it needs
 * of the answers: it dies of an empty body, a missing key or a number where it expects a text.
 */
public class FleetctlStory {
  private static final String BASE = "/api/latest/fleet/";

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();

  @After
  public void asUsual() {
    STAGE.world().allRest();
  }

  private JsonNode get(String path) {
    JsonNode answer = admin.get(BASE + path).ok().json();
    assertTrue(path, answer.isObject());
    assertFalse(path, answer.hasNonNull("error"));
    return answer;
  }

  @Test
  public void logInAndTheCallsBeforeEachVerb() {
    Map<String, String> who = Map.of("email", Pomona.EMAIL, "password", Pomona.PASSWORD);
    String token = STAGE.pomona().api().post(BASE + "login", who).ok().json().get("token").asText();
    assertFalse(token.isEmpty());
    assertFalse(get("version").get("version").asText().isEmpty());
    JsonNode config = get("config");
    assertEquals("premium", config.at("/license/tier").asText());
    OffsetDateTime.parse(config.at("/license/expiration").asText());
    assertTrue(config.at("/mdm/enabled_and_configured").asBoolean());
    assertTrue(config.at("/webhook_settings/interval").isTextual());
    assertTrue(config.at("/update_interval/osquery_detail").isIntegralNumber());
    assertTrue(config.at("/vulnerabilities/periodicity").isIntegralNumber());
    assertTrue(config.at("/mdm/macos_settings/custom_settings").isArray());
    assertTrue(
        STAGE.pomona().api().as(token).post(BASE + "logout", Map.of()).ok().json().isObject());
  }

  @Test
  public void hostsAllAndManagedAndOne() {
    VirtualMac mac = STAGE.world().newMac();
    STAGE.world().enroll(admin, List.of(mac));
    for (String query :
        List.of(
            "?additional_info_filters=%2A",
            "?additional_info_filters=%2A&mdm_enrollment_status=enrolled&mdm_name=Fleet")) {
      JsonNode hosts = get("hosts" + query).get("hosts");
      JsonNode host = withUuid(hosts, mac.hardware().udid());
      for (String key : List.of("uuid", "display_text", "platform", "osquery_version", "status")) {
        assertTrue(key, host.get(key).isTextual());
      }
      OffsetDateTime.parse(host.get("created_at").asText());
    }
    assertTrue(
        get("hosts?additional_info_filters=%2A&mdm_enrollment_status=pending&mdm_name=Fleet")
            .get("hosts")
            .isArray());
    JsonNode host = get("hosts/identifier/" + mac.hardware().serial()).get("host");
    assertTrue(host.at("/mdm/enrollment_status").asText().startsWith("On"));
    assertEquals("Fleet", host.at("/mdm/name").asText());
    assertTrue(host.get("labels").isArray());
  }

  @Test
  public void teams() {
    long id =
        admin.post(BASE + "teams", Map.of("name", "Played")).ok().json().at("/team/id").asLong();
    JsonNode team = get("teams?query=Played").get("teams").get(0);
    assertEquals(id, team.get("id").asLong());
    assertEquals("Played", team.get("name").asText());
    assertTrue(team.get("host_count").isIntegralNumber());
    assertTrue(team.get("user_count").isIntegralNumber());
    admin.delete(BASE + "teams/" + id).ok();
  }

  private static JsonNode withUuid(JsonNode hosts, String uuid) {
    for (JsonNode host : hosts) {
      if (host.get("uuid").asText().equals(uuid)) {
        return host;
      }
    }
    throw new AssertionError(uuid + " is not among " + hosts.size() + " hosts");
  }

  @Test
  public void commandsInTheFormOf2023AndTheNextOne() {
    VirtualMac mac = STAGE.world().newMac();
    STAGE.world().enroll(admin, List.of(mac));
    String uuid = mac.hardware().udid();
    runs("mdm/apple/enqueue", "device_ids", uuid, "mdm/apple/commandresults", mac);
    runs("mdm/commands/run", "host_uuids", uuid, "mdm/commandresults", mac);
    String newest = "?order_direction=desc&order_key=updated_at&per_page=1000";
    for (String path : List.of("mdm/apple/commands", "mdm/commands")) {
      JsonNode row = get(path + newest).get("results").get(0);
      for (String key : List.of("command_uuid", "updated_at", "request_type", "status")) {
        assertTrue(key, row.get(key).isTextual());
      }
      assertTrue(row.has("device_id") && row.has("host_uuid") && row.has("hostname"));
    }
  }

  /** The client makes the command's UUID itself, and leaves the padding of base64 out. */
  private void runs(String run, String hosts, String host, String results, VirtualMac mac) {
    String own = java.util.UUID.randomUUID().toString().toUpperCase(java.util.Locale.ROOT);
    String plist =
        Orders.plist("SecurityInfo")
            .replace(
                "<key>Command<", "<key>CommandUUID</key><string>" + own + "</string><key>Command<");
    String command =
        Base64.getEncoder()
            .withoutPadding()
            .encodeToString(plist.strip().getBytes(StandardCharsets.UTF_8));
    JsonNode sent =
        admin.post(BASE + run, Map.of("command", command, hosts, List.of(host))).ok().json();
    assertEquals(own, sent.get("command_uuid").asText());
    assertEquals("SecurityInfo", sent.get("request_type").asText());
    new Orders(admin).await(own, mac, Orders.DONE);
    JsonNode result = get(results + "?command_uuid=" + own).get("results").get(0);
    assertTrue(
        new String(
                Base64.getDecoder().decode(result.get("result").asText()), StandardCharsets.UTF_8)
            .contains("<plist"));
    OffsetDateTime.parse(result.get("updated_at").asText());
    assertEquals(404, admin.get(BASE + results + "?command_uuid=none").status());
  }

  private static Map<String, Object> profiles(byte[]... files) {
    return Map.of("profiles", Stream.of(files).map(Base64.getEncoder()::encodeToString).toList());
  }

  private static Map<String, Object> paths(String... paths) {
    return Map.of("macos_settings", Map.of("custom_settings", List.of(paths)));
  }

  /** As the client does it: a dry run sends the same calls first. */
  @Test
  public void aTeamDocumentIsAppliedWithItsProfiles() {
    byte[] saver = SampleProfiles.screenSaver("org.example.fleetctl.team", "Fleetctl team", 300);
    Map<String, Object> specs =
        Map.of("specs", List.of(Map.of("name", "Applied", "mdm", paths("lib/saver.mobileconfig"))));
    assertTrue(
        admin
            .post(BASE + "spec/teams?dry_run=true", specs)
            .ok()
            .json()
            .get("team_ids_by_name")
            .isEmpty());
    String batch = BASE + "mdm/apple/profiles/batch?team_name=Applied";
    assertEquals(204, admin.post(batch + "&dry_run=true", profiles(saver)).status());
    assertEquals(404, admin.post(batch, profiles(saver)).status());
    long id =
        admin.post(BASE + "spec/teams", specs).ok().json().at("/team_ids_by_name/Applied").asLong();
    assertEquals(204, admin.post(batch, profiles(saver)).status());
    JsonNode team = get("teams?query=Applied").get("teams").get(0);
    assertEquals(id, team.get("id").asLong());
    assertEquals(
        "lib/saver.mobileconfig", team.at("/mdm/macos_settings/custom_settings/0").asText());
    for (String key : List.of("agent_options", "features", "secrets")) {
      assertTrue(key, team.has(key));
    }
    assertEquals(
        "file", get("configuration_profiles?team_id=" + id).at("/profiles/0/origin").asText());
    AdminApi.Answer unknown =
        admin.post(
            BASE + "spec/teams",
            Map.of("specs", List.of(Map.of("name", "Applied", "mdm", Map.of("no_such", 1)))));
    assertEquals(400, unknown.status());
    assertTrue(unknown.text(), unknown.text().contains("no_such"));
    admin.delete(BASE + "teams/" + id).ok();
  }

  @Test
  public void aConfigDocumentIsAppliedWithItsProfiles() {
    byte[] one = SampleProfiles.screenSaver("org.example.fleetctl.one", "Fleetctl one", 300);
    List<String> before = names();
    for (String path : List.of("mdm/apple/profiles/batch", "mdm/profiles/batch")) {
      assertEquals(204, admin.post(BASE + path + "?dry_run=true", profiles(one)).status());
      assertEquals(before, names());
      AdminApi.Answer twice = admin.post(BASE + path + "?force=true", profiles(one, one));
      assertEquals(422, twice.status());
      assertTrue(twice.text(), twice.text().contains("profiles[1]"));
      assertEquals(422, admin.post(BASE + path, profiles(new byte[] {1})).status());
    }
    assertEquals(before, names());
    JsonNode shown = get("config").at("/mdm/macos_settings/custom_settings");
    admin.method("PATCH", BASE + "config", Map.of("mdm", paths("a.mobileconfig"))).ok();
    assertEquals(
        "a.mobileconfig", get("config").at("/mdm/macos_settings/custom_settings/0").asText());
    admin
        .method(
            "PATCH",
            BASE + "config",
            Map.of("mdm", Map.of("macos_settings", Map.of("custom_settings", shown))))
        .ok();
  }

  private List<String> names() {
    return get("configuration_profiles").get("profiles").findValuesAsText("name");
  }

  @Test
  public void rolesOfPeopleAreApplied() {
    String email = "fleetctl.roles@example.com";
    Map<String, Object> person =
        Map.of(
            "email", email, "name", "Tom", "password", Pomona.PASSWORD, "global_role", "observer");
    long id = admin.post(BASE + "users", person).ok().json().at("/user/id").asLong();
    Map<String, Object> roles =
        Map.of("spec", Map.of("roles", Map.of(email, Map.of("global_role", "maintainer"))));
    assertTrue(admin.post(BASE + "users/roles/spec", roles).ok().json().isObject());
    assertEquals("maintainer", get("users/" + id).at("/user/global_role").asText());
    admin.delete(BASE + "users/" + id).ok();
  }

  @Test
  public void aConfigDocumentIsAppliedAndGivesItselfBack() {
    String name = get("config").at("/org_info/org_name").asText();
    Map<String, Object> wish = Map.of("org_info", Map.of("org_name", "Acme Applied"));
    admin.method("PATCH", BASE + "config?dry_run=true", wish).ok();
    assertEquals(name, get("config").at("/org_info/org_name").asText());
    assertEquals(
        "Acme Applied",
        admin.method("PATCH", BASE + "config", wish).ok().json().at("/org_info/org_name").asText());
    AdminApi.Answer unknown =
        admin.method("PATCH", BASE + "config", Map.of("org_info", Map.of("org_nam", "x")));
    assertEquals(400, unknown.status());
    assertTrue(unknown.text(), unknown.text().contains("org_name"));
    admin.method("PATCH", BASE + "config", Map.of("org_info", Map.of("org_name", name))).ok();
  }
}
