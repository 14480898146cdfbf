package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.KarafShell;
import io.pomona.itests.karaf.Pomonactl;
import io.pomona.simulator.mac.VirtualMac;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Whoever locks a Mac can unlock it, from the first second on and whatever happens to the lock. */
public class LockShowsItsPinStory {
  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final LockDesk desk = new LockDesk(STAGE);
  private final StringBuilder details = new StringBuilder();

  @Rule public final TemporaryFolder home = new TemporaryFolder();

  @After
  public void asUsual() {
    STAGE.world().allRest();
  }

  @Test
  public void thePinIsShownBeforeTheMacLocksAndOpensIt() {
    VirtualMac mac = STAGE.world().enrollAsleep(admin, STAGE.world().newMac());
    JsonNode answer = desk.post(mac, "lock", Map.of("message", "Call Ada"));
    assertEquals("lock", answer.get("pending_action").asText());
    assertTrue(answer.get("unlock_pin").isNull());
    assertEquals("lock", desk.pending(mac));
    String pin = desk.pin(mac);
    assertTrue(pin, pin.matches("[0-9]{6}"));
    assertEquals(409, admin.post(desk.path(mac, "lock"), Map.of()).status());
    mac.poll();
    assertTrue(mac.locked());
    desk.awaitStage(mac, "done");
    assertEquals("locked", desk.status(mac));
    assertEquals(409, admin.post(desk.path(mac, "lock"), Map.of()).status());
    assertFalse(mac.unlock("no pin"));
    assertTrue(mac.unlock(pin));
    desk.awaitStage(mac, "over");
    assertEquals("unlocked", desk.status(mac));
    assertEquals(pin, desk.pin(mac));
    assertTrue(told("locked_host") > 0 && told("unlocked_host") > 0);
    assertFalse("a PIN is in the feed", details.toString().contains(pin));
  }

  /** How many of this type there are; their details are gathered. */
  private int told(String type) {
    int found = 0;
    for (JsonNode row : admin.get("/api/v1/activities").ok().json().get("activities")) {
      if (row.get("type").asText().equals(type)) {
        details.append(row.get("details"));
        found++;
      }
    }
    return found;
  }

  @Test
  public void oneThatWasCancelledKeepsItsPin() {
    VirtualMac mac = STAGE.world().enrollAsleep(admin, STAGE.world().newMac());
    JsonNode answer = admin.post(desk.path(mac, "lock") + "?view_pin=true", Map.of()).ok().json();
    String pin = answer.get("unlock_pin").asText();
    String command = desk.get(mac, "lock").at("/history/0/command_uuid").asText();
    admin.post("/api/v1/commands/" + command + "/cancel", Map.of()).ok();
    desk.awaitStage(mac, "failed");
    assertEquals("unlocked", desk.status(mac));
    assertEquals(pin, desk.pin(mac));
    // The client of 2023 sends no body, and no type of one.
    AdminApi.Answer early =
        admin.send(
            admin
                .request("/api/v1/fleet/mdm/hosts/" + new Hosts(admin).id(mac) + "/lock")
                .POST(BodyPublishers.noBody()));
    assertEquals(early.text(), 204, early.status());
    mac.poll();
    assertTrue(mac.unlock(desk.pin(mac)));
    desk.awaitStage(mac, "over");
  }

  @Test
  public void theShellAndPomonactlLockShowAndErase() {
    VirtualMac mac = STAGE.world().enrollAsleep(admin, STAGE.world().newMac());
    String serial = mac.hardware().serial();
    KarafShell shell = KarafShell.of(STAGE.pomona().karaf());
    List<String> printed =
        shell.run(
            "mdm:host-lock --message \"Call Ada\" --phone-number 555 " + serial,
            "mdm:host-unlock " + serial,
            "mdm:host-lock-show --no-format " + serial);
    String pin = desk.secret(mac, printed.get(0).replaceAll("(?s).*PIN: ([0-9]{6}).*", "$1"));
    assertTrue(printed.get(1), printed.get(1).endsWith("Mac: " + pin));
    assertTrue(printed.get(2), printed.get(2).contains("PENDING"));
    Pomonactl pomonactl = STAGE.pomonactl(home.getRoot().toPath());
    assertTrue(pomonactl.done("mdm", "unlock", "--host=" + serial).contains(pin));
    mac.poll();
    assertTrue(mac.unlock(pin));
    desk.awaitStage(mac, "over");
    assertErasedByItsSerialNumberOnly(mac, pomonactl);
    String locked = desk.get(mac, "lock").at("/history/1/command_uuid").asText();
    String earlier = shell.run("mdm:host-unlock --id " + locked + " " + serial).get(0);
    assertTrue(earlier, earlier.endsWith("Mac: " + pin));
  }

  private void assertErasedByItsSerialNumberOnly(VirtualMac mac, Pomonactl pomonactl) {
    String host = "--host=" + mac.hardware().serial();
    Pomonactl.Result other = pomonactl.run("mdm", "wipe", host, "--confirm=C02OTHER");
    assertTrue(other.toString(), other.exitCode() > 0);
    assertTrue(other.err(), other.err().contains("not the serial number of this host"));
    assertEquals("", desk.pending(mac));
    String confirm = "--confirm=" + mac.hardware().serial();
    String said = pomonactl.done("mdm", "wipe", host, confirm, "--obliteration=Default");
    assertTrue(said, said.contains("Activation Lock") && said.contains("will wipe"));
    assertEquals("wipe", desk.pending(mac));
    assertTrue(desk.pin(mac).matches("[0-9]{6}"));
    mac.poll();
    assertFalse(mac.enrolled());
    desk.awaitStage(mac, "done");
  }

  @Test
  public void aMacWithoutMdmIsNotLocked() {
    VirtualMac mac = STAGE.world().enrollAsleep(admin, STAGE.world().newMac());
    mac.checkOut();
    AdminApi.Answer refused = admin.post(desk.path(mac, "lock"), Map.of());
    assertEquals(409, refused.status());
    assertTrue(refused.text(), refused.text().contains("doesn't have MDM turned on."));
    assertEquals(404, admin.post(desk.path(mac, "unlock"), Map.of()).status());
  }
}
