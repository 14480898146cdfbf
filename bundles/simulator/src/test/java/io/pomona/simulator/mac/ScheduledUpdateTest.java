package io.pomona.simulator.mac;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.mac.update.AvailableUpdate;
import io.pomona.simulator.wire.Plist;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;

public class ScheduledUpdateTest {

  private static final AvailableUpdate MINOR = AvailableUpdate.of("14.7.1", "23H222");
  private static final AvailableUpdate MAJOR = AvailableUpdate.of("15.2", "24C101");

  private MacScene scene;

  @Before
  public void enroll() throws Exception {
    begin("14.6.1");
  }

  private void begin(String osVersion) throws Exception {
    scene = new MacScene(osVersion, Supervision.none());
    scene.mac.offer(MINOR, MAJOR);
    scene.status("ScheduleOSUpdateScan");
  }

  private Plist schedule(Map<String, ?> update) {
    return scene
        .answer("ScheduleOSUpdate", "Updates", List.of(update))
        .dictionaries("UpdateResults")
        .get(0);
  }

  private static Map<String, Object> minor(String action) {
    return Map.of("ProductKey", MINOR.productKey(), "InstallAction", action);
  }

  private String scheduled(Map<String, ?> update) {
    return schedule(update).text("InstallAction").orElseThrow();
  }

  @Test
  public void listsWhatTheScanFound() {
    scene.mac.offer(MINOR);
    assertEquals(2, scene.answer("AvailableOSUpdates").dictionaries("AvailableOSUpdates").size());

    assertTrue(scene.answer("ScheduleOSUpdateScan").flag("ScanInitiated"));

    List<Plist> list = scene.answer("AvailableOSUpdates").dictionaries("AvailableOSUpdates");
    assertEquals(1, list.size());
    assertEquals("14.7.1", list.get(0).text("Version").orElseThrow());
    assertFalse(list.get(0).flag("IsMajorOSUpdate"));
  }

  @Test
  public void forcedItIsInstalledWhereABootstrapTokenIsKept() throws Exception {
    scene.mac.setBootstrapToken(new byte[] {1});
    Plist result = schedule(minor("InstallForceRestart"));
    assertEquals("Downloading", result.text("Status").orElseThrow());

    scene.mac.poll();
    scene.mac.poll();

    assertEquals("14.7.1", scene.mac.hardware().osVersion());
  }

  @Test
  public void withoutOneAppleSiliconWaitsForItsUser() throws Exception {
    schedule(minor("InstallASAP"));
    scene.mac.poll();
    Plist status = scene.answer("OSUpdateStatus").dictionaries("OSUpdateStatus").get(0);
    assertTrue(status.flag("IsDownloaded"));
    assertEquals("14.6.1", scene.mac.hardware().osVersion());

    scene.mac.installUpdate();

    assertEquals("14.7.1", scene.mac.hardware().osVersion());
  }

  @Test
  public void theUserPutsItOffAsOftenAsAllowed() throws Exception {
    scene.mac.setBootstrapToken(new byte[] {1});
    assertEquals(
        "InstallLater",
        scheduled(
            Map.of(
                "ProductVersion", "14.7.1",
                "InstallAction", "InstallLater",
                "MaxUserDeferrals", 1)));
    for (int day = 0; day < 2; day++) {
      assertEquals("14.6.1", scene.mac.hardware().osVersion());
      scene.clock.forward(Duration.ofDays(1).plusMinutes(1));
      scene.mac.poll();
    }
    scene.mac.poll();

    assertEquals("14.7.1", scene.mac.hardware().osVersion());
  }

  @Test
  public void downloadOnlyIsNoInstallation() {
    assertEquals("DownloadOnly", scheduled(minor("Default")));
    scene.mac.poll();
    scene.mac.poll();

    assertEquals("14.6.1", scene.mac.hardware().osVersion());
    assertEquals("InstallASAP", scheduled(minor("Default")));
  }

  @Test
  public void whatDoesNotFitIsRefusedUpdateByUpdate() {
    assertEquals(
        "Error", scheduled(Map.of("ProductKey", "nothing", "InstallAction", "InstallASAP")));
    assertEquals(
        "Error",
        scheduled(
            Map.of(
                "ProductKey",
                MAJOR.productKey(),
                "InstallAction",
                "InstallLater",
                "MaxUserDeferrals",
                3)));
    assertEquals(
        "CommandFormatError",
        scene.status("ScheduleOSUpdate", "Updates", List.of(minor("InstallNever"))));
  }

  @Test
  public void unsupervisedMacsRefuse() throws Exception {
    begin("10.15.7");

    assertEquals("Error", scene.status("ScheduleOSUpdateScan"));
    assertEquals("Error", scene.status("OSUpdateStatus"));
    assertEquals("Error", scene.status("ScheduleOSUpdate", "Updates", List.of()));
  }

  @Test
  public void aDeclarationTakesPrecedence() {
    scene.server.declarations.put(
        "org.example.enforce",
        "com.apple.configuration.softwareupdate.enforcement.specific",
        "{\"TargetOSVersion\":\"15.2\",\"TargetLocalDateTime\":\"2099-01-01T12:00:00\"}");
    scene.server.declarations.activate("org.example.enforce");
    scene.status("DeclarativeManagement");

    assertEquals(
        "Error", scene.status("ScheduleOSUpdate", "Updates", List.of(minor("InstallASAP"))));
    assertEquals(List.of(), scene.answer("OSUpdateStatus").list("OSUpdateStatus"));
  }
}
