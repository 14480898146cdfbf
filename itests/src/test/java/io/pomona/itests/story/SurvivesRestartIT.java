package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.KarafLog;
import io.pomona.simulator.mac.MessageSignature;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.simulator.wire.Plist;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/**
 * The server's process is killed between handing a command out and the answer, and again right
 * after an order was taken. Nothing acknowledged is lost, and nothing is done twice.
 */
public class SurvivesRestartIT {
  private static final int MACS = 5;

  private final VirtualWorld world = new VirtualWorld();
  private final List<VirtualMac> macs = new ArrayList<>();
  private final Map<String, Integer> carriedOut = new HashMap<>();
  private Pomona pomona;
  private AdminApi admin;

  @Before
  public void enrolledMacs() {
    pomona = Pomona.start(world);
    admin = pomona.setUp();
    world.turnMdmOn(admin);
    for (int i = 0; i < MACS; i++) {
      VirtualMac mac =
          VirtualMac.inMemory(
              world.newHardware(),
              world.macSetup().with(new CountingNetwork(world.wires(), carriedOut)));
      macs.add(world.enrollAsleep(admin, mac));
    }
    carriedOut.clear();
  }

  @After
  public void close() {
    pomona.close();
    world.close();
  }

  @Test
  public void nothingIsLostAndNothingDoneTwice() throws Exception {
    Orders orders = new Orders(admin);
    VirtualMac[] all = macs.toArray(new VirtualMac[0]);
    String first = orders.send("CertificateList", all);
    String second = orders.send("SecurityInfo", all);
    macs.forEach(mac -> assertEquals(first, fetched(mac)));
    String last = orders.send("ProfileList", all);
    powerCut();
    macs.forEach(mac -> assertEquals("Pending", orders.status(first, mac)));
    for (VirtualMac mac : macs) {
      assertEquals(3, mac.poll().commands());
    }
    // The last answers were acknowledged a moment ago.
    powerCut();
    for (VirtualMac mac : macs) {
      for (String uuid : List.of(first, second, last)) {
        assertEquals("of number " + macs.indexOf(mac), Orders.DONE, orders.status(uuid, mac));
      }
      assertEquals(0, mac.poll().commands());
    }
    assertEquals(3 * MACS, carriedOut.size());
    carriedOut.forEach((command, times) -> assertEquals(command, 1, (int) times));
    assertTheRestIsThere();
    KarafLog.of(pomona.karaf()).assertQuiet();
  }

  private void powerCut() {
    pomona.karaf().kill();
    pomona.karaf().startAgain();
    pomona.awaitReady();
  }

  /** Takes the next command and says nothing. */
  private String fetched(VirtualMac mac) {
    byte[] idle = Messages.idle(mac);
    String signature = MessageSignature.SHA256.of(idle, mac.identity().orElseThrow());
    byte[] command = new MacRequests(world, pomona).connect(idle, signature).body();
    try {
      return Plist.read(command).text("CommandUUID").orElseThrow();
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private void assertTheRestIsThere() {
    Hosts hosts = new Hosts(admin);
    assertEquals(MACS, hosts.count());
    macs.forEach(mac -> assertEquals(Hosts.ON, hosts.mdm(mac)));
    JsonNode activities =
        admin.get("/api/v1/activities?per_page=500").ok().json().get("activities");
    long enrolled = 0;
    for (JsonNode activity : activities) {
      enrolled += activity.get("type").asText().equals("mdm_enrolled") ? 1 : 0;
    }
    assertEquals(MACS, enrolled);
    assertEquals(200, admin.get("/api/v1/me").status());
    pomona.logIn(Pomona.EMAIL, Pomona.PASSWORD);
  }
}
