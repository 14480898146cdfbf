package io.pomona.itests.story;

import static io.pomona.itests.story.SettingsDesk.APPLY;
import static io.pomona.itests.story.SettingsDesk.NOTHING;
import static io.pomona.itests.story.SettingsDesk.assertSays;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.Pomonactl;
import io.pomona.testkit.SamplePackages;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What a server has as files makes the same server; nothing is lost between the two. */
public class RoundTripStory {
  @ClassRule public static final Stage STAGE = new Stage();
  @Rule public final TemporaryFolder home = new TemporaryFolder();

  private static final String ORCHARD =
      """
      apiVersion: v1
      kind: team
      spec:
        team:
          name: Orchard
          mdm:
            macos_setup:
              bootstrap_package: ../lib/tools.pkg
              macos_setup_assistant: ../lib/assistant.json
              enable_end_user_authentication: true
              enable_release_device_manually: true
              enrollment:
                minimum_version: "14.5"
      """;

  private final AdminApi admin = STAGE.admin();
  private SettingsDesk desk;
  private Pomonactl pomonactl;

  @Before
  public void aFolderAndATerminal() {
    desk = new SettingsDesk(STAGE, home.getRoot().toPath());
    pomonactl = desk.pomonactl;
  }

  @After
  public void tidy() {
    desk.emptyServer();
  }

  @Test
  public void aServerBecomesFilesAndFilesBecomeThatServer() throws IOException {
    pomonactl.done(desk.folder.words(APPLY));
    SampleProfile forAll = SampleProfile.named("For $HOME ünï");
    admin
        .upload(
            "/api/v1/configuration_profiles", "profile", "a.mobileconfig", forAll.mobileconfig())
        .ok();
    SettingsFolder written = new SettingsFolder(desk.path("written"));
    pomonactl.done("generate", written.path().toString());
    assertEquals(NOTHING, pomonactl.done("apply", "-f", written.path().toString()));
    assertEquals(5, pomonactl.run("generate", written.path().toString()).exitCode());

    desk.emptyServer();
    SettingsFolder empty = new SettingsFolder(desk.path("empty"));
    pomonactl.done("generate", empty.path().toString());
    assertNotEquals(written.files(), empty.files());
    assertSays(pomonactl.done("apply", "-f", written.path().toString()), "+ team Labs");
    SettingsFolder again = new SettingsFolder(desk.path("again"));
    pomonactl.done("generate", again.path().toString());
    assertEquals(written.files(), again.files());
  }

  /** Its package is a file that no export has, and is left alone by what is written. */
  @Test
  public void howMacsAreSetUpComesBackFromFiles() throws IOException {
    desk.folder.write("orchard/teams/orchard.yml", ORCHARD);
    desk.folder.write("orchard/lib/assistant.json", "{\"profile_name\": \"Orchard\"}");
    Files.write(desk.folder.path().resolve("orchard/lib/tools.pkg"), SamplePackages.signed(4096));
    pomonactl.done("apply", "-f", desk.folder.path().resolve("orchard").toString());
    SettingsFolder written = new SettingsFolder(desk.path("orchard-written"));
    pomonactl.done("generate", written.path().toString());
    String all = String.join("\n", written.files().values());
    assertSays(all, "minimum_version:", "14.5", "enable_release_device_manually: true");
    assertFalse(all, all.contains("bootstrap_package"));
    assertEquals(NOTHING, pomonactl.done("apply", "-f", written.path().toString()));
    desk.emptyServer();
    pomonactl.done("apply", "-f", written.path().toString());
    SettingsFolder again = new SettingsFolder(desk.path("orchard-again"));
    pomonactl.done("generate", again.path().toString());
    assertEquals(written.files(), again.files());
  }

  @Test
  public void documentsThatAreShownCanBeAppliedAndTakeNoProfileAway() {
    pomonactl.done(desk.folder.words(APPLY));
    desk.folder.write("shown/default.yml", pomonactl.done("get", "config"));
    desk.folder.write("shown/teams/w.yml", pomonactl.done("get", "team", "Workstations", "--yaml"));
    String shown = desk.folder.path().resolve("shown").toString();
    assertEquals(NOTHING, pomonactl.done("apply", "-f", shown));
  }

  /** It is shown at two places, and a reader changes the one that they see. */
  @Test
  public void aSettingIsChangedInWhatWasShownAtEitherPlace() {
    String shown = pomonactl.done("get", "config");
    String off = "enable_disk_encryption: false";
    String on = "enable_disk_encryption: true";
    int last = shown.lastIndexOf(off);
    assertNotEquals(shown, last, shown.indexOf(off));
    String folder = desk.folder.path().resolve("shown").toString();
    for (String edited :
        List.of(
            shown.replaceFirst(off, on),
            shown.substring(0, last) + shown.substring(last).replace(off, on))) {
      desk.folder.write("shown/default.yml", edited);
      assertSays(
          pomonactl.done("apply", "-f", folder, "--dry-run"), "disk encryption: on", "1 to change");
    }
  }
}
