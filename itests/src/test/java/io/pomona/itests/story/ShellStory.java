package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.itests.docs.CodeBlocks;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.KarafShell;
import io.pomona.simulator.mac.VirtualMac;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;

/** What an operator does in Karaf's shell, in lines that a script can read. */
public class ShellStory {
  private static final String PROFILES = "/api/v1/configuration_profiles";

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final KarafShell shell = KarafShell.of(STAGE.pomona().karaf());

  @After
  public void tidy() {
    admin
        .get(PROFILES)
        .ok()
        .json()
        .get("profiles")
        .forEach(stored -> admin.delete(PROFILES + "/" + stored.get("profile_uuid").asText()));
    STAGE.world().allRest();
  }

  @Test
  public void hostsProfilesCommandsAndStatus() throws Exception {
    VirtualMac mac = STAGE.world().newMac();
    STAGE.world().enroll(admin, List.of(mac));
    String serial = mac.hardware().serial();
    SampleProfile profile = SampleProfile.named("Shell");
    Path file = Files.createTempFile(Path.of("target").toAbsolutePath(), "shell", ".mobileconfig");
    Files.write(file, profile.mobileconfig());
    List<String> printed =
        shell.run(
            "mdm:host-list --no-format",
            "mdm:host-show --no-format " + serial,
            "mdm:profile-add " + file,
            "mdm:profile-list --no-format",
            "mdm:command-send --no-format " + serial + " SecurityInfo",
            "mdm:command-list --no-format --host " + serial,
            "mdm:status --no-format",
            "mdm:device-ca-list --no-format",
            "mdm:activity-list --no-format --type created_macos_profile",
            "mdm:activity-verify",
            "mdm:host-timeline --no-format " + serial);
    assertTrue(printed.get(0), line(printed.get(0), serial).contains(Hosts.ON));
    assertTrue(printed.get(1), printed.get(1).contains(mac.hardware().udid()));
    assertTrue(printed.get(3), printed.get(3).contains(profile.identifier()));
    String uuid = printed.get(4);
    assertTrue(uuid, uuid.matches("[0-9A-Fa-f-]{36}"));
    assertTrue(printed.get(5), line(printed.get(5), uuid).contains("SecurityInfo"));
    assertTrue(printed.get(6), printed.get(6).lines().count() > 3);
    assertTrue(printed.get(7), printed.get(7).contains("Acme Device CA"));
    assertTrue(printed.get(8), printed.get(8).contains(profile.identifier()));
    assertTrue(printed.get(9), printed.get(9).contains("as they were written"));
    assertTrue(printed.get(10), printed.get(10).contains("queued"));
    new Orders(admin).await(uuid, mac, Orders.DONE);
    String way = shell.run("mdm:command-timeline --no-format " + uuid).get(0);
    assertTrue(way, line(way, "answered").contains("acknowledged"));
    String answers = shell.run("mdm:command-results " + uuid).get(0);
    assertTrue(answers, answers.contains(": Acknowledged"));
    assertTrue(answers, answers.contains("<key>SecurityInfo</key>"));
    new Hosts(admin).awaitProfile(mac, profile.name(), "verified");
    assertTrue(printed.get(3), line(printed.get(3), profile.identifier()).contains("console"));
    shell.run("mdm:profile-delete " + profile.identifier());
    assertFalse(shell.run("mdm:profile-list --no-format").get(0).contains(profile.identifier()));
    String settings = shell.run("mdm:config-show").get(0);
    assertTrue(settings, settings.contains("kind: config") && settings.contains("org_name: "));
  }

  /** The lines of docs/operate/profiles.md, with a folder and a Mac that are there. */
  @Test
  public void profilesAsThePageSays() throws Exception {
    VirtualMac mac = STAGE.world().newMac();
    STAGE.world().enroll(admin, List.of(mac));
    SampleProfile dock = SampleProfile.named("Exported");
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "exports");
    Files.write(folder.resolve("dock.mobileconfig"), dock.mobileconfig());
    String page = "docs/operate/profiles.md";
    List<String> imported = page(page, "mdm:profile-import", folder, mac, dock);
    assertTrue(imported.get(0), imported.get(0).contains("Nothing was stored"));
    assertTrue(imported.get(1), imported.get(1).contains("1 added, 0 unchanged"));
    new Hosts(admin).awaitProfile(mac, dock.name(), "verified");
    List<String> later = page(page, "mdm:profile-lint", folder, mac, dock);
    assertTrue(later.get(0), later.get(0).contains("identifier_taken"));
    assertTrue(later.get(1), line(later.get(1), dock.identifier()).contains("verified"));
    assertTrue(later.get(2), later.get(2).contains("is sent again"));
    new Hosts(admin).awaitProfile(mac, dock.name(), "verified");
  }

  private List<String> page(
      String page, String start, Path folder, VirtualMac mac, SampleProfile dock) {
    return shell.run(
        CodeBlocks.beginning(page, start)
            .lines()
            .map(line -> line.replace("/exports", folder.toString()))
            .map(line -> line.replace("C02P000001", mac.hardware().serial()))
            .map(line -> line.replace("org.example.dock", dock.identifier()))
            .toArray(String[]::new));
  }

  @Test
  public void teamsAndPeople() {
    VirtualMac mac = STAGE.world().newMac();
    STAGE.world().enroll(admin, List.of(mac));
    String serial = mac.hardware().serial();
    List<String> printed =
        shell.run(
            "mdm:team-add --no-format Shelf",
            "mdm:host-transfer Shelf " + serial,
            "mdm:host-list --no-format --team Shelf",
            "mdm:profile-list --no-format --team Shelf",
            "mdm:team-list --no-format",
            "mdm:host-transfer --from-team Shelf --query " + serial + " \"No team\"",
            "mdm:team-delete Shelf",
            "mdm:team-list --no-format",
            "mdm:user-list --no-format");
    assertTrue(printed.get(0), printed.get(0).contains("Shelf"));
    assertTrue(printed.get(1), printed.get(1).contains("1 host moved."));
    assertTrue(printed.get(2), line(printed.get(2), serial).contains("Shelf"));
    assertTrue(printed.get(4), printed.get(4).contains("Shelf"));
    assertTrue(printed.get(5), printed.get(5).contains("1 host moved."));
    assertFalse(printed.get(7), printed.get(7).contains("Shelf"));
    assertTrue(printed.get(8), printed.get(8).contains("admin"));
  }

  @Test
  public void aPersonComesChangesAndGoes() {
    String list = "mdm:user-list --no-format";
    List<String> printed =
        shell.run(
            "mdm:team-add --no-format Loft",
            "mdm:user-add --sso --name Lou --role observer lou@example.com",
            "mdm:user-change --name Louise --team-role Loft=maintainer lou@example.com",
            list,
            "mdm:user-change --no-sso --role gitops lou@example.com",
            list,
            "mdm:user-delete lou@example.com",
            list,
            "mdm:team-delete Loft");
    assertTrue(printed.get(2), printed.get(2).contains("Changed lou@example.com."));
    String inLoft = line(printed.get(3), "lou@example.com");
    assertTrue(inLoft, inLoft.contains("Louise"));
    assertTrue(inLoft, inLoft.contains("Loft: maintainer"));
    assertTrue(inLoft, inLoft.contains("yes"));
    String everywhere = line(printed.get(5), "lou@example.com");
    assertTrue(everywhere, everywhere.contains("gitops"));
    assertFalse(everywhere, everywhere.contains("Loft"));
    assertFalse(everywhere, everywhere.contains("yes"));
    assertTrue(printed.get(6), printed.get(6).contains("Deleted lou@example.com."));
    assertEquals("", line(printed.get(7), "lou@example.com"));
  }

  @Test
  public void everyCommandExplainsItself() {
    List<String> commands =
        List.of(
            "host-list",
            "host-show",
            "host-transfer",
            "abm-admit",
            "abm-admissions",
            "disk-encryption-enable",
            "disk-encryption-disable",
            "disk-encryption-summary",
            "escrow-certificate-list",
            "escrow-show",
            "escrow-history",
            "escrow-search",
            "escrow-rotate",
            "escrow-certificate-roll",
            "host-lock",
            "host-unlock",
            "host-wipe",
            "host-lock-show",
            "recovery-lock-set",
            "recovery-lock-rotate",
            "recovery-lock-clear",
            "recovery-lock-verify",
            "recovery-lock-show",
            "recovery-lock-status",
            "bypass-code-show",
            "macos-update-set",
            "macos-update-clear",
            "macos-update-summary",
            "os-update-scan",
            "os-update-list",
            "os-update-schedule",
            "os-update-status",
            "team-list",
            "team-add",
            "team-delete",
            "user-list",
            "user-add",
            "user-change",
            "user-delete",
            "profile-list",
            "profile-add",
            "profile-lint",
            "profile-import",
            "profile-resend",
            "profile-delete",
            "declaration-list",
            "declaration-add",
            "declaration-delete",
            "command-send",
            "command-list",
            "command-cancel",
            "command-timeline",
            "command-results",
            "host-timeline",
            "status",
            "device-ca-list",
            "device-ca-roll",
            "activity-list",
            "activity-verify",
            "webhook-list",
            "webhook-add",
            "webhook-change",
            "webhook-delete",
            "webhook-test",
            "webhook-delivery-list",
            "webhook-redeliver",
            "config-show",
            "apns-show",
            "apns-request",
            "apns-load",
            "apns-vendor",
            "apns-mdmcert",
            "apns-apple-id",
            "apns-off",
            "apply",
            "export");
    List<String> printed =
        shell.run(commands.stream().map(name -> "mdm:" + name + " --help").toArray(String[]::new));
    for (int i = 0; i < commands.size(); i++) {
      assertTrue(printed.get(i), printed.get(i).contains("mdm:" + commands.get(i)));
      assertTrue(printed.get(i), printed.get(i).contains("SYNTAX"));
    }
  }

  @Test
  public void whatCannotBeDoneIsSaidInWords() {
    assertSays("There is no such host.", "mdm:host-show nobody");
    assertSays("No Mac waits for this command.", "mdm:command-cancel nothing");
    assertSays("There is no command with this UUID.", "mdm:command-timeline nothing");
    assertSays("There is no command with this UUID.", "mdm:command-results nothing");
    assertSays("There is no such profile.", "mdm:profile-delete nothing");
    assertSays("Name either hosts, or --query", "mdm:host-transfer \"No team\"");
    assertSays("There is no such host.", "mdm:host-timeline nobody");
    assertSays("There is no such team", "mdm:team-delete nobody");
    assertSays("There is no such webhook.", "mdm:webhook-delete 987654");
    assertSays("There is no such user.", "mdm:user-delete nobody@example.com");
    assertSays("There is no such user.", "mdm:user-change --name X nobody@example.com");
    assertSays("There is no such declaration", "mdm:declaration-delete nothing");
    assertSays("The file name must end with .mobileconfig.", "mdm:profile-add settings.txt");
  }

  private void assertSays(String words, String command) {
    AssertionError refused = assertThrows(AssertionError.class, () -> shell.run(command));
    assertTrue(refused.getMessage(), refused.getMessage().contains(words));
    assertFalse(refused.getMessage(), refused.getMessage().contains("\tat "));
  }

  private static String line(String text, String with) {
    return text.lines().filter(line -> line.contains(with)).findFirst().orElse("");
  }
}
