package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.Pomonactl;
import io.pomona.itests.karaf.Pomonactl.Result;
import io.pomona.simulator.mac.VirtualMac;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** An admin's day from another machine: the launcher of the distribution against its server. */
public class PomonactlStory {
  @ClassRule public static final Stage STAGE = new Stage();
  @Rule public final TemporaryFolder home = new TemporaryFolder();

  private final AdminApi admin = STAGE.admin();

  @After
  public void asUsual() {
    STAGE.world().allRest();
  }

  @Test
  public void logsInSendsACommandAndReadsTheAnswer() throws Exception {
    VirtualMac mac = STAGE.world().newMac();
    STAGE.world().enroll(admin, List.of(mac));
    String serial = mac.hardware().serial();
    Pomonactl pomonactl = logIn();
    assertTrue(pomonactl.run("get", "hosts", serial).out().contains(mac.hardware().udid()));

    Path payload = home.newFile("command.plist").toPath();
    Files.writeString(payload, Orders.plist("SecurityInfo"));
    Result sent = pomonactl.run("mdm", "run-command", "--hosts=" + serial, "--payload=" + payload);
    assertEquals(sent.err(), 0, sent.exitCode());
    String uuid = sent.out().strip().replaceAll("(?s).*--id=", "");
    new Orders(admin).await(uuid, mac, Orders.DONE);
    String results = pomonactl.run("get", "mdm-command-results", "--id=" + uuid).out();
    assertTrue(results, results.contains(Orders.DONE));
    assertTrue(results, results.contains("<key>FDE_Enabled</key>"));
    assertTrue(pomonactl.run("get", "mdm-commands", "--host=" + serial).out().contains(uuid));
  }

  @Test
  public void addsAProfileOnceAndDeletesIt() throws Exception {
    Pomonactl pomonactl = logIn();
    SampleProfile profile = SampleProfile.named("Remote");
    Path file = home.newFile("remote.mobileconfig").toPath();
    Files.write(file, profile.mobileconfig());
    Result added = pomonactl.run("profiles", "add", file.toString());
    assertEquals(added.err(), 0, added.exitCode());
    assertTrue(pomonactl.run("get", "profiles").out().contains(profile.identifier()));
    Result again = pomonactl.run("profiles", "add", file.toString());
    assertEquals(1, again.exitCode());
    assertTrue(again.err(), again.err().startsWith("Error: "));
    String uuid = added.out().strip().replaceAll(".* as |\\.$", "");
    assertEquals(0, pomonactl.run("profiles", "delete", uuid).exitCode());
  }

  @Test
  public void aWrongPasswordAndAnUnknownRootAreRefused() {
    Pomonactl pomonactl = new Pomonactl(STAGE.pomona().karaf(), home.getRoot().toPath());
    String url = STAGE.pomona().url().toString();
    Result untrusted =
        pomonactl.run("login", "--address=" + url, "--email=x@example.com", "--password=wrong");
    assertEquals(4, untrusted.exitCode());
    assertTrue(untrusted.err(), untrusted.err().contains("--rootca"));
    Result wrong =
        pomonactl.run(
            "login",
            "--address=" + url,
            "--rootca=" + STAGE.pomona().rootPem(),
            "--email=nobody@example.com",
            "--password=wrong");
    assertEquals(3, wrong.exitCode());
    assertEquals(3, pomonactl.run("get", "hosts").exitCode());
  }

  private Pomonactl logIn() {
    return STAGE.pomonactl(home.getRoot().toPath());
  }
}
