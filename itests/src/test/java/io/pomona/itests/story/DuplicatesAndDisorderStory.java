package io.pomona.itests.story;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.mac.MacFleet;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.simulator.wire.Wire;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;

/**
 * A hundred Macs, or as many as {@code pomona.story.seeds} says, behind a network that repeats and
 * reorders end as they would behind a good one: enrolled, every command carried out, the last
 * bootstrap token kept.
 */
public class DuplicatesAndDisorderStory {
  private static final int MACS = Integer.getInteger("pomona.story.seeds", 100);
  private static final String[] COMMANDS = {
    "CertificateList", "SecurityInfo", "ProfileList", "InstalledApplicationList"
  };

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final Hosts hosts = new Hosts(admin);
  private final Orders orders = new Orders(admin);
  private final Map<VirtualMac, DisorderlyNetwork> macs = new LinkedHashMap<>();

  @After
  public void rest() {
    STAGE.world().allRest();
  }

  @Test
  public void theEndIsTheSame() throws Exception {
    for (int seed = 1; seed <= MACS; seed++) {
      DisorderlyNetwork network = new DisorderlyNetwork(STAGE.world().wires(), seed);
      macs.put(
          VirtualMac.inMemory(STAGE.world().newHardware(), STAGE.world().macSetup().with(network)),
          network);
    }
    List<VirtualMac> all = new ArrayList<>(macs.keySet());
    MacFleet fleet = STAGE.world().enroll(admin, all);
    assertEquals(List.of(), fleet.each(this::changeBootstrapToken, mac -> {}));
    List<String> sent = new ArrayList<>();
    for (String type : COMMANDS) {
      sent.add(orders.send(type, all.toArray(new VirtualMac[0])));
    }
    all.forEach(this::awaitDone);
    assertEquals(List.of(), fleet.each(this::afterwards, mac -> {}));
    all.forEach(this::awaitDone);
    sent.forEach(uuid -> assertAllDone(all, uuid));
    all.forEach(mac -> assertAsInGoodOrder(mac, sent));
  }

  private void changeBootstrapToken(VirtualMac mac) throws java.io.IOException {
    mac.setBootstrapToken(new byte[] {1});
    mac.setBootstrapToken(lastToken(mac));
    mac.changeToken();
  }

  private static byte[] lastToken(VirtualMac mac) {
    return ByteBuffer.allocate(4).putInt(mac.hardware().udid().hashCode()).array();
  }

  private void afterwards(VirtualMac mac) throws java.io.IOException {
    Wire wire = STAGE.world().wires().trusting(STAGE.pomona().roots());
    macs.get(mac).afterwards(wire);
    mac.poll();
  }

  private void awaitDone(VirtualMac mac) {
    Awaitility.await("the end of the queue of " + mac.hardware().serial())
        .atMost(Duration.ofMinutes(2))
        .until(() -> orders.nothingWaits(mac) && hosts.hasDetails(mac));
  }

  private void assertAllDone(List<VirtualMac> all, String uuid) {
    Map<String, String> statuses = orders.statuses(uuid);
    all.forEach(mac -> assertEquals(Orders.DONE, statuses.get(mac.hardware().udid())));
  }

  private void assertAsInGoodOrder(VirtualMac mac, List<String> sent) {
    assertTrue(mac.enrolled());
    assertEquals(Hosts.ON, hosts.mdm(mac));
    assertEquals(
        "each command once",
        sent.size(),
        orders.all(mac).stream()
            .filter(row -> sent.contains(row.get("command_uuid").asText()))
            .count());
    try {
      assertArrayEquals(lastToken(mac), mac.fetchBootstrapToken().orElseThrow());
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }
}
