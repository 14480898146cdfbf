package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.mac.VirtualMac;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Disk encryption of a team of its own, as an admin sees it. */
final class EncryptionDesk {
  static final String PROFILE = "io.pomona.filevault";
  static final String SETTINGS = "/api/v1/fleet/mdm/apple/settings";

  private final Stage stage;
  private final AdminApi admin;
  private final Hosts hosts;
  final String teamName;
  final long team;

  EncryptionDesk(Stage stage, String name) {
    this.stage = stage;
    this.admin = stage.admin();
    this.hosts = new Hosts(admin);
    this.teamName = name + " " + UUID.randomUUID();
    this.team =
        admin.post("/api/v1/teams", Map.of("name", teamName)).ok().json().at("/team/id").asLong();
  }

  void close() {
    admin.delete("/api/v1/teams/" + team);
    stage.world().allRest();
  }

  void turn(boolean on) {
    Map<String, Object> wanted = Map.of("team_id", team, "enable_disk_encryption", on);
    assertEquals(204, admin.method("PATCH", SETTINGS, wanted).status());
  }

  /** Enrolled, awake and in the team. */
  VirtualMac enroll(VirtualMac mac) {
    stage.world().enroll(admin, List.of(mac));
    admin
        .post("/api/v1/hosts/transfer", Map.of("team_id", team, "hosts", List.of(hosts.id(mac))))
        .ok();
    return mac;
  }

  JsonNode mdm(VirtualMac mac) {
    return hosts.of(mac).path("mdm");
  }

  String status(VirtualMac mac) {
    return mdm(mac).at("/os_settings/disk_encryption/status").asText();
  }

  String action(VirtualMac mac) {
    return mdm(mac).at("/macos_settings/action_required").asText();
  }

  String detail(VirtualMac mac) {
    return mdm(mac).at("/os_settings/disk_encryption/detail").asText();
  }

  /** What key the Mac has then is the server's secret too. */
  void awaitStatus(VirtualMac mac, String status) {
    await(status, () -> status(mac).equals(status));
    String name = "recovery key of " + mac.hardware().serial();
    mac.recoveryKey().ifPresent(key -> stage.secrets().plant(name, key));
  }

  void awaitAction(VirtualMac mac, String action) {
    await(action, () -> action(mac).equals(action));
  }

  static void await(String what, Callable<Boolean> condition) {
    Awaitility.await(what).atMost(Duration.ofSeconds(60)).until(condition);
  }

  void refetch(VirtualMac mac) {
    admin.post("/api/v1/hosts/" + hosts.id(mac) + "/refetch", Map.of()).ok();
  }

  /** Asks until it is so: a refetch under way may have been answered before. */
  void refetchUntil(VirtualMac mac, String status) {
    refetch(mac);
    awaitStatus(mac, status);
  }

  JsonNode summary() {
    return admin.get("/api/v1/fleet/mdm/apple/filevault/summary?team_id=" + team).ok().json();
  }

  /** Serial numbers of the team's Macs that are so far. */
  List<String> macs(String filter, String status) {
    List<String> serials = new ArrayList<>();
    admin
        .get("/api/v1/hosts?team_id=" + team + "&" + filter + "=" + status)
        .ok()
        .json()
        .path("hosts")
        .forEach(host -> serials.add(host.path("hardware_serial").asText()));
    return serials;
  }

  /** The newest activities of this type. */
  List<JsonNode> told(String type) {
    List<JsonNode> told = new ArrayList<>();
    admin.get("/api/v1/activities?type=" + type).ok().json().path("activities").forEach(told::add);
    return told;
  }

  long escrowed(VirtualMac mac) {
    return told("escrowed_disk_encryption_key").stream()
        .filter(each -> each.at("/details/host_serial").asText().equals(mac.hardware().serial()))
        .count();
  }
}
