package io.pomona.itests.story;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.simulator.mac.Channel;
import io.pomona.simulator.mac.VirtualMac;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.ClassRule;
import org.junit.Test;

/** A Mac gets a profile, enrolls through SCEP and check-in, and shows up with its inventory. */
public class EnrollAMacStory {
  @ClassRule public static final Stage STAGE = new Stage();

  @Test
  public void itIsOnAndItsInventoryArrives() {
    VirtualMac mac = STAGE.world().newMac();
    STAGE.world().enroll(STAGE.admin(), List.of(mac));
    Awaitility.await().until(() -> host(mac).path("detail_updated_at").asText("null").length() > 10);
    JsonNode host = host(mac);
    assertEquals("On (manual)", host.path("mdm").path("enrollment_status").asText());
    assertEquals(mac.hardware().serial(), host.path("hardware_serial").asText());
    assertEquals(mac.hardware().osVersion(), host.path("os_version").asText().replace("macOS ", ""));
    assertTrue(activities(), activities().contains("mdm_enrolled"));
  }

  @Test
  public void aMacOfEveryAgeAndMannerEnrolls() {
    VirtualMac old =
        VirtualMac.inMemory(
            STAGE.world().newHardware(),
            STAGE.world().macSetup().with(io.pomona.simulator.mac.MacOptions.of2016()));
    VirtualMac user =
        VirtualMac.inMemory(
            STAGE.world().newHardware(),
            STAGE
                .world()
                .macSetup()
                .with(io.pomona.simulator.mac.MacOptions.modern().withUserChannel()));
    STAGE.world().enroll(STAGE.admin(), List.of(old, user));
    assertTrue(old.enrolled());
    assertTrue(user.push(Channel.USER).isPresent());
    assertEquals("On (manual)", host(old).path("mdm").path("enrollment_status").asText());
  }

  @Test
  public void theServerKeepsTheBootstrapToken() throws Exception {
    VirtualMac mac = STAGE.world().newMac();
    STAGE.world().enroll(STAGE.admin(), List.of(mac));
    assertTrue(mac.fetchBootstrapToken().isEmpty());
    byte[] token = {1, 2, 3, 4, 5};
    mac.setBootstrapToken(token);
    assertArrayEquals(token, mac.fetchBootstrapToken().orElseThrow());
  }

  @Test
  public void aMacThatLeavesIsOff() {
    VirtualMac mac = STAGE.world().newMac();
    STAGE.world().enroll(STAGE.admin(), List.of(mac));
    mac.checkOut();
    assertEquals("Off", host(mac).path("mdm").path("enrollment_status").asText());
    assertTrue(activities().contains("mdm_unenrolled"));
  }

  private static JsonNode host(VirtualMac mac) {
    return STAGE
        .admin()
        .get("/api/v1/hosts/identifier/" + mac.hardware().udid())
        .ok()
        .json()
        .get("host");
  }

  private static String activities() {
    return STAGE.admin().get("/api/v1/activities?per_page=50").ok().text();
  }
}
