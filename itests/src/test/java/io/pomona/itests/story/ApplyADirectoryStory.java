package io.pomona.itests.story;

import static io.pomona.itests.story.SettingsDesk.APPLY;
import static io.pomona.itests.story.SettingsDesk.NOTHING;
import static io.pomona.itests.story.SettingsDesk.assertSays;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.KarafShell;
import io.pomona.itests.karaf.Pomonactl;
import io.pomona.itests.karaf.Pomonactl.Result;
import io.pomona.simulator.mac.VirtualMac;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Settings as files: tried, applied, drifted from and taken back. */
public class ApplyADirectoryStory {
  private static final String DRY = APPLY + " --dry-run";
  private static final String WAIT = APPLY + " --wait --timeout 30m";
  private static final String SCREENSAVER = "Lock the screen after ten minutes";

  @ClassRule public static final Stage STAGE = new Stage();
  @Rule public final TemporaryFolder home = new TemporaryFolder();

  private final AdminApi admin = STAGE.admin();
  private final Hosts hosts = new Hosts(admin);
  private SettingsDesk desk;
  private SampleProfile printers;
  private Pomonactl pomonactl;
  private SettingsFolder folder;

  @Before
  public void aFolderAndATerminal() {
    desk = new SettingsDesk(STAGE, home.getRoot().toPath());
    printers = desk.printers;
    pomonactl = desk.pomonactl;
    folder = desk.folder;
  }

  @After
  public void tidy() {
    desk.emptyServer();
    STAGE.world().allRest();
  }

  private long team(String name) {
    for (JsonNode team : desk.teams()) {
      if (team.get("name").asText().equals(name)) {
        return team.get("id").asLong();
      }
    }
    throw new AssertionError("No team " + name);
  }

  private void move(String team, List<VirtualMac> macs) {
    String serials = String.join(",", macs.stream().map(mac -> mac.hardware().serial()).toList());
    pomonactl.done("hosts", "transfer", "--team=" + team, "--hosts=" + serials);
  }

  private List<VirtualMac> enrolled(int count) {
    List<VirtualMac> macs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      macs.add(STAGE.world().newMac());
    }
    STAGE.world().enroll(admin, macs);
    return macs;
  }

  @Test
  public void triesThenAppliesThenTakesDriftBack() {
    List<VirtualMac> macs = enrolled(4);
    Result tried = pomonactl.run(folder.words(DRY));
    assertEquals(tried.err(), 0, tried.exitCode());
    assertSays(
        tried.out(),
        "+ team Workstations",
        "+ profile " + printers.name(),
        "macOS updates: macOS 14.6.1 required by 2027-03-31 20:00 UTC, for ",
        "macOS updates: macOS 14.6.1 required by 2027-01-31 20:00 Europe/Berlin,"
            + " for 0 Macs below it",
        "disk encryption: on; Macs get the FileVault profile and send their recovery keys",
        "This was a dry run: nothing has changed.");
    assertEquals(0, desk.teams().size());

    assertSays(pomonactl.done(folder.words(APPLY)), "+ team Labs", "added");
    assertEquals(NOTHING, pomonactl.done(folder.words(DRY)));
    move(SettingsFolder.WORKSTATIONS, macs.subList(0, 3));
    move(SettingsFolder.LABS, macs.subList(3, 4));
    macs.forEach(mac -> hosts.awaitProfile(mac, SCREENSAVER, "verified"));
    macs.subList(0, 3).forEach(mac -> hosts.awaitProfile(mac, printers.name(), "verified"));
    assertFalse(macs.get(3).has(printers.identifier()));
    driftsAndIsTakenBack(macs);
  }

  private void driftsAndIsTakenBack(List<VirtualMac> macs) {
    SampleProfile drift = SampleProfile.named("Drift");
    Map<String, String> fields = Map.of("team_id", "" + team(SettingsFolder.WORKSTATIONS));
    admin
        .upload(
            "/api/v1/configuration_profiles",
            fields,
            "profile",
            "d.mobileconfig",
            drift.mobileconfig())
        .ok();
    macs.subList(0, 3).forEach(mac -> hosts.awaitProfile(mac, drift.name(), "verified"));

    Result refused = pomonactl.run(folder.words(APPLY));
    assertEquals(1, refused.exitCode());
    assertSays(refused.err(), "workstations.yml, line ", drift.identifier(), "off 3 of 3 Macs");
    assertSays(refused.err(), "say it again with --force");
    macs.subList(0, 3).forEach(mac -> assertTrue(mac.has(drift.identifier())));

    Result dry = pomonactl.run(folder.words(DRY));
    assertEquals(dry.err(), 1, dry.exitCode());
    assertSays(dry.out(), "- profile " + drift.name(), "3 Macs", "1 to remove.");
    assertSays(dry.err(), "off 3 of 3 Macs", "say it again with --force");
    String[] meant = more(folder.words(DRY), "--force", "--detailed-exitcode");
    assertEquals(6, pomonactl.run(meant).exitCode());

    Result applied = pomonactl.run(more(folder.words(WAIT), "--force"));
    assertEquals(applied.err(), 0, applied.exitCode());
    assertSays(applied.err(), "No Mac is pending: Workstations: 0 pending");
    for (VirtualMac mac : macs.subList(0, 3)) {
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !mac.has(drift.identifier()));
      assertTrue(mac.has(printers.identifier()));
    }
  }

  private static String[] more(String[] words, String... others) {
    String[] all = Arrays.copyOf(words, words.length + others.length);
    System.arraycopy(others, 0, all, words.length, others.length);
    return all;
  }

  @Test
  public void aPipelineMaySetWhatItCannotSeeAndAnAdminMakesPeople() {
    String email = "pipeline@example.com";
    pomonactl.done(
        "users", "add", email, "--name=Pipeline", "--role=gitops", "--password=" + Pomona.PASSWORD);
    Pomonactl pipeline = STAGE.pomonactl(home.getRoot().toPath(), email, Pomona.PASSWORD);
    assertSays(pipeline.done(folder.words(DRY)), "+ team Workstations");
    assertSays(pipeline.done(folder.words(APPLY)), "+ team Workstations");
    assertEquals(1, pipeline.run("get", "hosts").exitCode());
    STAGE.pomonactl(home.getRoot().toPath());
    String tom = "tom@example.com";
    pomonactl.done(
        "users", "add", tom, "--name=Tom", "--role=observer", "--password=" + Pomona.PASSWORD);
    folder.write("people/roles.yml", SettingsFolder.userRoles());
    String people = folder.path() + "/people";
    String made = "+ account ann@example.com is made, observer";
    assertSays(pomonactl.done("apply", "-f", people, "--dry-run"), tom, made);
    assertSays(pomonactl.done("apply", "-f", people), tom, made);
    assertEquals(NOTHING, pomonactl.done("apply", "-f", people));
    String listed = pomonactl.done("users", "list").replaceAll(" +", " ");
    assertSays(listed, tom + " Tom Workstations:maintainer", "Ann");
    pomonactl.done("users", "delete", email, tom, "ann@example.com");
  }

  @Test
  public void theShellReadsAndWritesTheSameFiles() throws IOException {
    KarafShell shell = KarafShell.of(STAGE.pomona().karaf());
    pomonactl.done(folder.words(APPLY));
    SettingsFolder remote = new SettingsFolder(desk.path("remote"));
    pomonactl.done("generate", remote.path().toString());
    SettingsFolder local = new SettingsFolder(desk.path("local"));
    shell.run("mdm:export " + local.path());
    assertEquals(remote.files(), local.files());
    desk.emptyServer();
    List<String> printed =
        shell.run(
            "mdm:apply --dry-run " + local.path(),
            "mdm:apply " + local.path(),
            "mdm:apply " + local.path());
    assertSays(printed.get(0), "+ team Labs", "This was a dry run: nothing has changed.");
    assertSays(printed.get(1), "+ team Labs", "+ profile " + printers.name());
    assertEquals("Nothing to change.", printed.get(2));
  }

  @Test
  public void whatIsWrongIsNamedWithFileAndLineAndNothingChanges() {
    folder.write("teams/shops.yml", "apiVersion: v1\nkind: team\nspec:\n  team:\n    nam: x\n");
    Result refused = pomonactl.run(folder.words(APPLY));
    assertEquals(1, refused.exitCode());
    assertSays(refused.err(), "teams/shops.yml, line ", "name");
    assertEquals(0, desk.teams().size());
  }

  @Test
  public void aVersionWithoutADeadlineIsRefusedWithFileAndLine() {
    folder.write(
        "teams/shops.yml",
        "apiVersion: v1\nkind: team\nspec:\n  team:\n    name: Shops\n    mdm:\n"
            + "      macos_updates:\n        minimum_version: '14.6.1'\n");
    Result refused = pomonactl.run(folder.words(APPLY));
    assertEquals(1, refused.exitCode());
    assertSays(
        refused.err(),
        "teams/shops.yml, line ",
        "deadline is required when minimum_version is provided");
    assertEquals(0, desk.teams().size());
  }
}
