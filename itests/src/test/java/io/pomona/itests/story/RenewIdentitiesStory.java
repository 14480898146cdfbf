package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.KarafShell;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.mac.MacOptions;
import io.pomona.simulator.mac.MessageSignature;
import io.pomona.simulator.mac.PollOutcome;
import io.pomona.simulator.mac.VirtualMac;
import java.math.BigInteger;
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
 * A new device CA makes all identities due for renewal. Macs that can be reached get theirs at
 * once, those that are away when they come back, and whatever the moment no Mac is lost.
 */
public class RenewIdentitiesStory {
  private static final int MACS = 20;
  private static final int AWAY = MACS / 5;

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final Hosts hosts = new Hosts(admin);
  private final Orders orders = new Orders(admin);
  private final Map<VirtualMac, Identity> before = new LinkedHashMap<>();

  @After
  public void asUsual() {
    STAGE.world().allRest();
  }

  @Test
  public void noneIsLost() throws Exception {
    List<VirtualMac> macs = enrolled();
    List<VirtualMac> away = macs.subList(0, AWAY);
    STAGE.world().awake(macs.subList(AWAY, MACS));
    String waiting = orders.send("CertificateList", macs.toArray(new VirtualMac[0]));
    KarafShell.of(STAGE.pomona().karaf()).run("mdm:device-ca-roll");
    macs.subList(AWAY, MACS).forEach(this::awaitRenewed);
    away.forEach(mac -> assertEquals(serial(before.get(mac)), serial(mac)));
    STAGE.world().awake(away).wakeAll();
    away.forEach(this::awaitRenewed);
    for (VirtualMac mac : macs) {
      orders.await(waiting, mac, Orders.DONE);
      assertEquals(Hosts.ON, hosts.mdm(mac));
      awaitNothingWaits(mac);
      assertAcknowledged(mac);
    }
    orders.await(
        orders.send("SecurityInfo", macs.toArray(new VirtualMac[0])), macs.get(0), Orders.DONE);
    macs.forEach(mac -> assertTheOldOneIsOver(mac));
  }

  /** Half of them sign the answer to their renewal with the identity that it replaced. */
  private List<VirtualMac> enrolled() {
    List<VirtualMac> macs = new ArrayList<>();
    for (int i = 0; i < MACS; i++) {
      MacOptions options =
          i % 2 == 0 ? MacOptions.modern() : MacOptions.modern().acknowledgingRenewalByOld();
      VirtualMac mac =
          VirtualMac.inMemory(STAGE.world().newHardware(), STAGE.world().macSetup().with(options));
      macs.add(STAGE.world().enrollAsleep(admin, mac));
      before.put(mac, mac.identity().orElseThrow());
    }
    return macs;
  }

  private void awaitRenewed(VirtualMac mac) {
    Awaitility.await("a new identity of " + mac.hardware().serial())
        .atMost(Duration.ofMinutes(2))
        .until(() -> !serial(mac).equals(serial(before.get(mac))));
  }

  private void awaitNothingWaits(VirtualMac mac) {
    Awaitility.await("the end of the queue of " + mac.hardware().serial())
        .atMost(Duration.ofMinutes(2))
        .until(() -> orders.nothingWaits(mac));
  }

  private void assertAcknowledged(VirtualMac mac) {
    assertTrue(
        orders.all(mac).stream()
            .filter(row -> row.get("request_type").asText().equals("InstallProfile"))
            .anyMatch(row -> row.get("status").asText().equals(Orders.DONE)));
  }

  private void assertTheOldOneIsOver(VirtualMac mac) {
    assertEquals(PollOutcome.Ending.EMPTY, mac.poll().ending());
    byte[] idle = Messages.idle(mac);
    int status =
        new MacRequests(STAGE)
            .connect(idle, MessageSignature.SHA256.of(idle, before.get(mac)))
            .status();
    assertEquals(403, status);
  }

  private static BigInteger serial(VirtualMac mac) {
    return serial(mac.identity().orElseThrow());
  }

  private static BigInteger serial(Identity identity) {
    return identity.certificate().getSerialNumber();
  }
}
