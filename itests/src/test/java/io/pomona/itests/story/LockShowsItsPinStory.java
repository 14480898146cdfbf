package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.mac.VirtualMac;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;

/** Whoever locks a Mac can unlock it, from the first second on and whatever happens to the lock. */
public class LockShowsItsPinStory {
  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final LockDesk desk = new LockDesk(admin);
  private final StringBuilder details = new StringBuilder();

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
  public void aMacWithoutMdmIsNotLocked() {
    VirtualMac mac = STAGE.world().enrollAsleep(admin, STAGE.world().newMac());
    mac.checkOut();
    AdminApi.Answer refused = admin.post(desk.path(mac, "lock"), Map.of());
    assertEquals(409, refused.status());
    assertTrue(refused.text(), refused.text().contains("doesn't have MDM turned on."));
    assertEquals(404, admin.post(desk.path(mac, "unlock"), Map.of()).status());
  }
}
