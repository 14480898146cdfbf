package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.AdminApi.Answer;
import io.pomona.itests.karaf.KarafShell;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.simulator.mac.update.AvailableUpdate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** One Mac is told to install what it found, and is not where it would ignore that. */
public class ScheduleAnUpdateStory {
  @ClassRule public static final Stage STAGE = new Stage();
  @Rule public final TemporaryFolder home = new TemporaryFolder();

  private final AdminApi admin = STAGE.admin();
  private final Hosts hosts = new Hosts(admin);
  private final KarafShell shell = KarafShell.of(STAGE.pomona().karaf());

  @After
  public void asUsual() {
    STAGE.world().allRest();
  }

  private VirtualMac mac(MacHardware hardware) {
    VirtualMac mac = VirtualMac.inMemory(hardware, STAGE.world().macSetup());
    STAGE.world().enrollAsleep(admin, mac);
    until(mac, () -> hosts.hasDetails(mac));
    return mac;
  }

  /** The Mac asks again and again meanwhile. */
  private static void until(VirtualMac mac, Callable<Boolean> condition) {
    Awaitility.await(mac.hardware().serial())
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              mac.poll();
              return condition.call();
            });
  }

  private String path(VirtualMac mac) {
    return "/api/v1/hosts/" + hosts.id(mac) + "/os_updates";
  }

  private Answer schedule(VirtualMac mac, String version) {
    return admin.post(path(mac), Map.of("version", version, "install_action", "InstallASAP"));
  }

  private JsonNode known(VirtualMac mac) {
    return admin.get(path(mac)).ok().json();
  }

  @Test
  public void whatItFoundIsInstalled() throws Exception {
    VirtualMac mac = mac(STAGE.world().newHardware().updated("13.4", "22F66"));
    mac.offer(AvailableUpdate.of("13.6", "22G120"));
    String asked = shell.run("mdm:os-update-scan --force " + hosts.id(mac)).get(0);
    assertTrue(asked, asked.contains("The Mac is asked by command"));
    until(mac, () -> known(mac).get("available").size() > 0);
    JsonNode found = known(mac).at("/available/0");
    assertEquals("13.6", found.get("version").asText());
    assertEquals("22G120", found.get("build").asText());

    byte[] token = ("bootstrap " + UUID.randomUUID()).getBytes();
    STAGE.secrets().plant("bootstrap token of a Mac to be updated", token);
    mac.setBootstrapToken(token);
    Answer ordered = schedule(mac, "13.6").ok();
    assertEquals(ordered.text(), 0, ordered.json().get("warnings").size());
    until(mac, () -> known(mac).at("/scheduled/results").size() > 0);
    until(
        mac,
        () -> {
          admin.post(path(mac) + "/status", Map.of()).ok();
          admin.post("/api/v1/hosts/" + hosts.id(mac) + "/refetch", Map.of()).ok();
          return known(mac).at("/scheduled/state").asText().equals("installed");
        });
    assertEquals("13.6", hosts.of(mac).get("os_version").asText().replace("macOS ", ""));
    assertTrue(known(mac).hasNonNull("progress_at"));
    assertTrue(
        admin
            .get("/api/v1/activities?type=scheduled_os_update")
            .ok()
            .text()
            .contains(mac.hardware().serial()));
    assertEquals(422, schedule(mac, "13.6").status());
    String serial = mac.hardware().serial();
    String listed =
        shell
            .run("mdm:os-update-status " + serial, "mdm:os-update-list --no-format " + serial)
            .get(1);
    assertTrue(listed, listed.contains("Scheduled: installed."));
    String told = STAGE.pomonactl(home.getRoot().toPath()).done("hosts", "updates", "list", serial);
    assertTrue(told, told.contains("Scheduled: 13.6, installed."));
  }

  @Test
  public void whereADeclarationEnforcesAnUpdateItIsRefused() {
    Map<String, String> named = Map.of("name", "Declared " + UUID.randomUUID());
    long team = admin.post("/api/v1/teams", named).ok().json().at("/team/id").asLong();
    try {
      VirtualMac mac = mac(STAGE.world().newHardware().updated("14.5", "23F79"));
      admin
          .post("/api/v1/hosts/transfer", Map.of("team_id", team, "hosts", List.of(hosts.id(mac))))
          .ok();
      admin
          .method(
              "PATCH",
              "/api/v1/macos_updates",
              Map.of("team_id", team, "minimum_version", "14.6", "deadline", "2099-01-01"))
          .ok();
      Answer refused = schedule(mac, "14.6");
      assertEquals(refused.text(), 409, refused.status());
      assertTrue(refused.text(), refused.text().contains("updates.declaration_active"));
    } finally {
      admin.delete("/api/v1/teams/" + team).ok();
    }
  }

  @Test
  public void aMacThatIsNotSupervisedIsRefused() {
    VirtualMac mac = mac(MacHardware.intel(System.nanoTime()).updated("10.15.7", "19H2"));
    Answer refused = admin.post(path(mac) + "/scan", Map.of());
    assertEquals(refused.text(), 409, refused.status());
    assertTrue(refused.text(), refused.text().contains("updates.not_supervised"));
  }
}
