package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.KarafShell;
import io.pomona.itests.karaf.Pomonactl;
import io.pomona.simulator.mac.Supervision;
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

  private JsonNode setting() {
    return admin.get("/api/v1/teams/" + desk.team).ok().json().at("/team/mdm");
  }

  @Test
  public void aMacInSetupAssistantHasTheProfileBeforeItGoesOn() throws Exception {
    admin.method("PATCH", EncryptionDesk.SETTINGS, Map.of(KEY, true));
    VirtualMac mac = STAGE.world().newMac();
    List<String> failures =
        STAGE
            .world()
            .awake(List.of(mac))
            .each(
                each ->
                    each.enroll(
                        VirtualWorld.profile(admin), new Supervision(true, true, true, true)),
                done -> {});
    assertEquals(List.of(), failures);
    EncryptionDesk.await("the profile forces FileVault", () -> forcesInSetup(mac));
    EncryptionDesk.await("the Mac goes on", () -> !mac.awaitingConfiguration());
    assertTrue("encrypted when Setup Assistant ends", mac.diskEncrypted());
    desk.refetchUntil(mac, "verified");
  }

  private static boolean forcesInSetup(VirtualMac mac) {
    return mac.profiles().stream()
        .filter(profile -> profile.identifier().equals(EncryptionDesk.PROFILE))
        .flatMap(profile -> profile.payloads("com.apple.MCX.FileVault2").stream())
        .anyMatch(payload -> payload.flag("ForceEnableInSetupAssistant"));
  }
}
