package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.mac.VirtualMac;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
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
  @ClassRule public static final Stage STAGE = new Stage();

  private final Fleetctl fleetctl = new Fleetctl(STAGE.admin());
  private final Fleetctl nobody = new Fleetctl(STAGE.pomona().api());

  @After
  public void asUsual() {
    STAGE.world().allRest();
  }

  @Test
  public void logInAndTheCallsBeforeEachVerb() {
    Map<String, String> who = Map.of("email", Pomona.EMAIL, "password", Pomona.PASSWORD);
    String token = nobody.post("login", who).ok().json().get("token").asText();
    assertFalse(token.isEmpty());
    assertFalse(fleetctl.get("version").get("version").asText().isEmpty());
    JsonNode config = fleetctl.get("config");
    assertEquals("premium", config.at("/license/tier").asText());
    OffsetDateTime.parse(config.at("/license/expiration").asText());
    assertTrue(config.at("/mdm/enabled_and_configured").asBoolean());
    assertTrue(config.at("/webhook_settings/interval").isTextual());
    assertTrue(config.at("/update_interval/osquery_detail").isIntegralNumber());
    assertTrue(config.at("/vulnerabilities/periodicity").isIntegralNumber());
    assertTrue(config.at("/mdm/macos_settings/custom_settings").isArray());
    AdminApi own = nobody.api().as(token);
    for (String alias : List.of("latest/fleet", "v1/fleet", "2022-04/fleet")) {
      assertTrue(alias, own.get("/api/" + alias + "/version").ok().json().has("version"));
    }
    // Without a body, as the client does it.
    Fleetctl.object(
        "logout", own.send(own.request("/api/latest/fleet/logout").POST(BodyPublishers.noBody())));
    assertEquals(401, new Fleetctl(own).ask("config").status());
  }

  @Test
  public void aWrongPasswordAndASecondSetUp() {
    Map<String, String> wrong = Map.of("email", "fleetctl.wrong@example.com", "password", "wrong");
    String said = Fleetctl.refusal(401, nobody.post("login", wrong));
    assertTrue(said, said.startsWith("Authentication failed"));
    Map<String, Object> setup =
        Map.of(
            "admin", Map.of("email", Pomona.EMAIL, "name", "A", "password", Pomona.PASSWORD),
            "org_info", Map.of("org_name", "Acme", "org_logo_url", ""),
            "server_url", STAGE.pomona().url().toString());
    Fleetctl.refusal(404, nobody.api().post("/api/v1/setup", setup));
  }

  /** {@code mdm lock}, {@code mdm unlock} and {@code mdm wipe}: none of them has a body. */
  @Test
  public void lockUnlockAndWipe() {
    VirtualMac mac = STAGE.world().enrollAsleep(STAGE.admin(), STAGE.world().newMac());
    JsonNode host = fleetctl.get("hosts/identifier/" + mac.hardware().serial()).get("host");
    assertTrue(host.at("/mdm/device_status").isTextual());
    String path = "hosts/" + host.get("id").asText();
    assertEquals("lock", bodiless(path + "/lock").get("pending_action").asText());
    JsonNode unlock = bodiless(path + "/unlock");
    assertEquals(host.get("id").asLong(), unlock.get("host_id").asLong());
    LockDesk desk = new LockDesk(STAGE);
    String pin = desk.secret(mac, unlock.get("unlock_pin").asText());
    assertTrue(pin.matches("[0-9]{6}"));
    mac.poll();
    assertTrue(mac.unlock(pin));
    desk.awaitStage(mac, "over");
    assertEquals("wipe", bodiless(path + "/wipe").get("pending_action").asText());
    assertFalse(pin.equals(desk.pin(mac)));
    mac.poll();
    assertFalse(mac.enrolled());
    assertEquals(404, fleetctl.post("hosts/999999999/lock", Map.of()).status());
  }

  private JsonNode bodiless(String path) {
    AdminApi api = fleetctl.api();
    return Fleetctl.object(
        path, api.send(api.request("/api/latest/fleet/" + path).POST(BodyPublishers.noBody())));
  }

  @Test
  public void thePushCertificate() {
    JsonNode certificate = fleetctl.get("mdm/apple");
    for (String key : List.of("common_name", "serial_number", "issuer")) {
      assertFalse(key, certificate.get(key).asText().isEmpty());
    }
    OffsetDateTime.parse(certificate.get("renew_date").asText());
  }

  /** Written to three files by the client, which dies of a key that is missing or no base64. */
  @Test
  public void aRequestForAPushCertificate() {
    Map<String, String> who =
        Map.of("email_address", "fleetctl@example.com", "organization", "Fleetctl Inc");
    JsonNode files = Fleetctl.object("request_csr", fleetctl.post("mdm/apple/request_csr", who));
    assertTrue(decoded(files, "apns_key").startsWith("-----BEGIN CERTIFICATE REQUEST-----"));
    for (String key : List.of("scep_cert", "scep_key")) {
      assertFalse(key, decoded(files, key).isEmpty());
      assertFalse(key, decoded(files, key).contains("PRIVATE KEY"));
    }
    for (String wrong : List.of("email_address", "organization")) {
      Map<String, String> nobody = new HashMap<>(who);
      nobody.put(wrong, "");
      AdminApi.Answer refused = fleetctl.post("mdm/apple/request_csr", nobody);
      assertFalse(Fleetctl.refusal(422, refused).isEmpty());
      assertEquals(wrong, refused.json().at("/errors/0/name").asText());
    }
  }

  private static String decoded(JsonNode answer, String key) {
    return new String(
        Base64.getDecoder().decode(answer.get(key).asText()), StandardCharsets.US_ASCII);
  }

  /** Tokens of others may be there; the client is shown the first. */
  @Test
  public void theConnectionToAppleBusinessManager() {
    if (fleetctl.get("abm_tokens").get("abm_tokens").isEmpty()) {
      Fleetctl.refusal(404, fleetctl.ask("mdm/apple_bm"));
    }
    AbmAccount account = new AbmAccount(STAGE.world(), fleetctl.api(), "Fleetctl Inc");
    long id = account.connect();
    try {
      JsonNode shown = fleetctl.get("mdm/apple_bm");
      for (String key : List.of("apple_id", "org_name", "default_team")) {
        assertTrue(key, shown.get(key).isTextual());
      }
      assertEquals(STAGE.pomona().url() + "/mdm/apple/mdm", shown.get("mdm_server_url").asText());
      OffsetDateTime.parse(shown.get("renew_date").asText());
    } finally {
      fleetctl.delete("abm_tokens/" + id);
    }
  }

  @Test
  public void hostsAllAndManagedAndOne() {
    VirtualMac mac = STAGE.world().newMac();
    STAGE.world().enroll(fleetctl.api(), List.of(mac));
    for (String query :
        List.of(
            "?additional_info_filters=%2A",
            "?additional_info_filters=%2A&mdm_enrollment_status=enrolled&mdm_name=Fleet")) {
      JsonNode hosts = fleetctl.get("hosts" + query).get("hosts");
      JsonNode host = withUuid(hosts, mac.hardware().udid());
      for (String key : List.of("uuid", "display_text", "platform", "osquery_version", "status")) {
        assertTrue(key, host.get(key).isTextual());
      }
      OffsetDateTime.parse(host.get("created_at").asText());
    }
    assertTrue(
        fleetctl
            .get("hosts?additional_info_filters=%2A&mdm_enrollment_status=pending&mdm_name=Fleet")
            .get("hosts")
            .isArray());
    JsonNode host = fleetctl.get("hosts/identifier/" + mac.hardware().serial()).get("host");
    assertTrue(host.at("/mdm/enrollment_status").asText().startsWith("On"));
    assertEquals("Fleet", host.at("/mdm/name").asText());
    assertTrue(host.get("labels").isArray());
    JsonNode profile = host.at("/mdm/profiles/0");
    assertTrue(profile.isMissingNode() || profile.get("profile_id").isIntegralNumber());
    Fleetctl.refusal(404, fleetctl.ask("hosts/identifier/nobody"));
  }

  @Test
  public void teamsAndTheirHosts() {
    VirtualMac mac = STAGE.world().newMac();
    STAGE.world().enroll(fleetctl.api(), List.of(mac));
    String uuid = mac.hardware().udid();
    Map<String, String> named = Map.of("name", "Played");
    long id = fleetctl.post("teams", named).ok().json().at("/team/id").asLong();
    long host = fleetctl.get("hosts/identifier/" + uuid).at("/host/id").asLong();
    fleetctl.post("hosts/transfer", Map.of("team_id", id, "hosts", List.of(host))).ok();
    JsonNode hosts = fleetctl.get("hosts?additional_info_filters=%2A&team_id=" + id).get("hosts");
    assertEquals(1, hosts.size());
    assertEquals("Played", withUuid(hosts, uuid).get("team_name").asText());
    JsonNode all = fleetctl.get("teams").get("teams");
    assertTrue(all.findValuesAsText("name").contains("Played"));
    all.forEach(FleetctlStory::assertHasTheKeysOfATeam);
    JsonNode team = fleetctl.get("teams?query=Played").at("/teams/0");
    assertEquals(id, team.get("id").asLong());
    assertEquals(1, team.get("host_count").asInt());
    fleetctl.delete("teams/" + id);
  }

  private static void assertHasTheKeysOfATeam(JsonNode team) {
    for (String key : List.of("id", "host_count", "user_count")) {
      assertTrue(key, team.get(key).isIntegralNumber());
    }
    OffsetDateTime.parse(team.get("created_at").asText());
    for (String key : List.of("users", "secrets", "scripts")) {
      assertTrue(key, team.get(key).isArray());
    }
    for (String key : List.of("mdm", "integrations", "webhook_settings", "features")) {
      assertTrue(key, team.get(key).isObject());
    }
    assertTrue(team.has("agent_options") && team.has("description"));
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
    STAGE.world().enroll(fleetctl.api(), List.of(mac));
    String uuid = mac.hardware().udid();
    runs("mdm/apple/enqueue", "device_ids", uuid, "mdm/apple/commandresults", mac);
    runs("mdm/commands/run", "host_uuids", uuid, "mdm/commandresults", mac);
    String newest = "?order_direction=desc&order_key=updated_at&per_page=1000";
    for (String path : List.of("mdm/apple/commands", "mdm/commands")) {
      JsonNode row = fleetctl.get(path + newest).get("results").get(0);
      for (String key : List.of("command_uuid", "updated_at", "request_type", "status")) {
        assertTrue(key, row.get(key).isTextual());
      }
      assertTrue(row.has("device_id") && row.has("host_uuid") && row.has("hostname"));
    }
  }

  @Test
  public void whoMayOnlyLookIsToldSo() {
    VirtualMac mac = STAGE.world().newMac();
    STAGE.world().enroll(fleetctl.api(), List.of(mac));
    Fleetctl observer = Fleetctl.newUser(STAGE, "fleetctl.observer@example.com", "observer");
    assertTrue(observer.get("config").at("/mdm/enabled_and_configured").asBoolean());
    String uuid = mac.hardware().udid();
    assertEquals(uuid, observer.get("hosts/identifier/" + uuid).at("/host/uuid").asText());
    Map<String, Object> command =
        Map.of("command", Orders.base64(Orders.plist("SecurityInfo")), "host_uuids", List.of(uuid));
    String said = Fleetctl.refusal(403, observer.post("mdm/commands/run", command));
    assertTrue(said, said.startsWith("Permission Denied"));
    Map<String, Object> nobodys =
        Map.of("command", command.get("command"), "host_uuids", List.of("nobody"));
    Fleetctl.refusal(404, fleetctl.post("mdm/commands/run", nobodys));
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
        fleetctl.post(run, Map.of("command", command, hosts, List.of(host))).ok().json();
    assertEquals(own, sent.get("command_uuid").asText());
    assertEquals("SecurityInfo", sent.get("request_type").asText());
    assertEquals("darwin", sent.get("platform").asText());
    new Orders(fleetctl.api()).await(own, mac, Orders.DONE);
    JsonNode result = fleetctl.get(results + "?command_uuid=" + own).get("results").get(0);
    assertTrue(
        new String(
                Base64.getDecoder().decode(result.get("result").asText()), StandardCharsets.UTF_8)
            .contains("<plist"));
    OffsetDateTime.parse(result.get("updated_at").asText());
    assertEquals(404, fleetctl.ask(results + "?command_uuid=none").status());
  }
}
