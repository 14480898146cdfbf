package io.pomona.itests.story;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.mac.Channel;
import io.pomona.simulator.mac.MacOptions;
import io.pomona.simulator.mac.MessageSignature;
import io.pomona.simulator.mac.VirtualMac;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.ClassRule;
import org.junit.Test;

/** A Mac gets a profile, enrolls through SCEP and check-in, and shows up with its inventory. */
public class EnrollAMacStory {
  @ClassRule public static final Stage STAGE = new Stage();

  private final Hosts hosts = new Hosts(STAGE.admin());

  @Test
  public void itIsOnAndItsInventoryArrives() {
    VirtualMac mac = STAGE.world().newMac();
    STAGE.world().enroll(STAGE.admin(), List.of(mac));
    Awaitility.await().until(() -> hosts.hasDetails(mac));
    JsonNode host = hosts.of(mac);
    assertEquals(Hosts.ON, host.path("mdm").path("enrollment_status").asText());
    assertEquals(mac.hardware().serial(), host.path("hardware_serial").asText());
    assertEquals(
        mac.hardware().osVersion(), host.path("os_version").asText().replace("macOS ", ""));
    assertTrue(activities(), activities().contains("mdm_enrolled"));
  }

  @Test
  public void aMacOfEveryAgeAndMannerEnrolls() {
    VirtualMac old =
        VirtualMac.inMemory(
            STAGE.world().newHardware(), STAGE.world().macSetup().with(MacOptions.of2016()));
    VirtualMac user =
        VirtualMac.inMemory(
            STAGE.world().newHardware(),
            STAGE.world().macSetup().with(MacOptions.modern().withUserChannel()));
    STAGE.world().enroll(STAGE.admin(), List.of(old, user));
    assertTrue(old.enrolled());
    assertTrue(user.push(Channel.USER).isPresent());
    assertEquals(Hosts.ON, hosts.mdm(old));
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
    Identity identity = mac.identity().orElseThrow();
    mac.checkOut();
    assertEquals(Hosts.OFF, hosts.mdm(mac));
    assertTrue(activities().contains("mdm_unenrolled"));
    byte[] idle = Messages.idle(mac);
    assertEquals(
        403,
        new MacRequests(STAGE).connect(idle, MessageSignature.SHA256.of(idle, identity)).status());
  }

  private static String activities() {
    return STAGE.admin().get("/api/v1/activities?per_page=50").ok().text();
  }
}
