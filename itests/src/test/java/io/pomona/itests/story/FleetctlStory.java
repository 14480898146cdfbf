package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.mac.VirtualMac;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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
