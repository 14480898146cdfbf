package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.KarafShell;
import io.pomona.itests.karaf.Pomonactl;
import io.pomona.simulator.mac.VirtualMac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A Mac encrypts its disk because its team wants it, and its recovery key arrives. */
public class EscrowAKeyStory {
  private static final String KEY = "enable_disk_encryption";

  @ClassRule public static final Stage STAGE = new Stage();

  @Rule public final TemporaryFolder home = new TemporaryFolder();

  private final AdminApi admin = STAGE.admin();
  private final EncryptionDesk desk = new EncryptionDesk(STAGE, "Encrypted");

  @After
  public void tidy() {
    admin.method(
        "PATCH", EncryptionDesk.SETTINGS, Map.of("team_id", 0, "enable_disk_encryption", false));
    desk.close();
  }

  @Test
  public void fromTheWishToTheKey() {
    VirtualMac mac = desk.enroll(STAGE.world().newMac());
    desk.turn(true);
    desk.awaitAction(mac, "log_out");
    assertTrue(mac.encryptionDeferred());
    String page = new UserDesk(STAGE).says(new Hosts(admin).id(mac));
    assertTrue(page, page.contains("Disk encryption: log out"));
    assertEquals(1, desk.summary().path("action_required").asInt());
    assertFalse(desk.mdm(mac).path("encryption_key_available").asBoolean());
    mac.logOut();
    assertTrue(mac.diskEncrypted());
    desk.refetchUntil(mac, "verified");
    assertTrue(desk.mdm(mac).path("encryption_key_available").asBoolean());
    assertEquals(1, desk.summary().path("verified").asInt());
    List<String> itself = List.of(mac.hardware().serial());
    assertEquals(itself, desk.macs("os_settings_disk_encryption", "verified"));
    assertEquals(itself, desk.macs("macos_settings_disk_encryption", "verified"));
    assertEquals(List.of(), desk.macs("os_settings_disk_encryption", "action_required"));
    assertEquals(1, desk.escrowed(mac));
    String feed = desk.told("escrowed_disk_encryption_key").toString();
    assertFalse(feed.contains(mac.recoveryKey().orElseThrow()));
    desk.refetch(mac);
    desk.awaitStatus(mac, "verified");
    assertEquals("the same envelope is no news", 1, desk.escrowed(mac));
  }

  @Test
  public void aFileTurnsItOnAndSaysSoBefore() throws IOException {
    Pomonactl pomonactl = STAGE.pomonactl(home.getRoot().toPath());
    Path file = home.getRoot().toPath().resolve("team.yml");
    Files.writeString(
        file,
        "apiVersion: v1\nkind: team\nspec:\n  team:\n    name: "
            + desk.teamName
            + "\n    mdm:\n      macos_settings:\n        enable_disk_encryption: true\n");
    String dry = pomonactl.done("apply", "-f", file.toString(), "--dry-run");
    assertTrue(dry, dry.contains("disk encryption: on"));
    assertFalse(setting().path(KEY).asBoolean());
    pomonactl.done("apply", "-f", file.toString());
    assertTrue(setting().path(KEY).asBoolean());
    assertTrue("the later place", setting().path("macos_settings").path(KEY).asBoolean());
    Files.writeString(
        file, Files.readString(file).replace("mdm:\n", "mdm:\n      " + KEY + ": false\n"));
    String changed = pomonactl.done("apply", "-f", file.toString(), "--dry-run");
    assertTrue("what is not so yet is meant", changed.contains("disk encryption: off"));
    KarafShell shell = KarafShell.of(STAGE.pomona().karaf());
    List<String> printed =
        shell.run(
            "mdm:disk-encryption-summary \"" + desk.teamName + "\"",
            "mdm:disk-encryption-disable \"" + desk.teamName + "\"",
            "mdm:disk-encryption-disable \"" + desk.teamName + "\"");
    assertTrue(printed.get(0), printed.get(0).contains("Disk encryption is on."));
    assertTrue(printed.get(1), printed.get(1).contains("recovery keys are kept"));
    assertTrue(printed.get(2), printed.get(2).contains("off already"));
  }

  @Test
  public void aFileThatTurnsItOffForItsMacsMustMeanIt() throws IOException {
    VirtualMac mac = desk.enroll(STAGE.world().newMac());
    desk.turn(true);
    desk.awaitAction(mac, "log_out");
    Pomonactl pomonactl = STAGE.pomonactl(home.getRoot().toPath());
    Path file = home.getRoot().toPath().resolve("off.yml");
    Files.writeString(
        file,
        "apiVersion: v1\nkind: team\nspec:\n  team:\n    name: "
            + desk.teamName
            + "\n    mdm:\n      macos_settings:\n        enable_disk_encryption: false\n");
    String refused = pomonactl.run("apply", "-f", file.toString()).toString();
    assertTrue(refused, refused.contains("off 1 of 1 Macs"));
    assertTrue(setting().path(KEY).asBoolean());
    String done = pomonactl.done("apply", "-f", file.toString(), "--force");
    assertTrue(done, done.contains("taken off 1 Mac"));
    assertFalse(setting().path(KEY).asBoolean());
  }

  private JsonNode setting() {
    return admin.get("/api/v1/teams/" + desk.team).ok().json().at("/team/mdm");
  }

  /** Only a profile that forces it there encrypts a disk at the end of Setup Assistant. */
  @Test
  public void aMacIsEncryptedWhenItLeavesSetupAssistant() throws Exception {
    desk.turn(true);
    AbmDesk abm = new AbmDesk(STAGE, "Orchard of encryption");
    try {
      abm.defaultTeam(desk.team);
      VirtualMac mac = STAGE.world().newMac();
      abm.assign(List.of(mac));
      String serial = mac.hardware().serial();
      EncryptionDesk.await(
          "a profile at Apple", () -> STAGE.world().abm().profileFor(serial).isPresent());
      STAGE.world().setupAssistant(mac).trusting(STAGE.pomona().roots()).run();
      assertTrue(mac.awaitingConfiguration());
      assertFalse(mac.diskEncrypted());
      EncryptionDesk.await("the Mac goes on", () -> polled(mac, !mac.awaitingConfiguration()));
      assertTrue("encrypted when Setup Assistant ends", mac.diskEncrypted());
      desk.refetch(mac);
      EncryptionDesk.await("its key", () -> polled(mac, desk.status(mac).equals("verified")));
      desk.awaitStatus(mac, "verified");
      assertEquals(1, desk.escrowed(mac));
    } finally {
      abm.close();
    }
  }

  private static boolean polled(VirtualMac mac, boolean before) {
    if (!before) {
      mac.poll();
    }
    return before;
  }
}
