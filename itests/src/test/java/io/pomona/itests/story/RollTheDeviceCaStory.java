package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.KarafShell;
import io.pomona.simulator.mac.VirtualMac;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;

/**
 * A second device CA: the Macs of the first work on and move over, new ones come from the second.
 */
public class RollTheDeviceCaStory {
  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final Orders orders = new Orders(admin);

  @After
  public void rest() {
    STAGE.world().allRest();
  }

  @Test
  public void nobodyIsLeftBehind() throws Exception {
    List<VirtualMac> macs = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      macs.add(STAGE.world().enrollAsleep(admin, STAGE.world().newMac()));
    }
    X500Name old = issuer(macs.get(0));
    byte[] madeBefore = VirtualWorld.profile(admin);
    KarafShell shell = KarafShell.of(STAGE.pomona().karaf());
    String list = "mdm:device-ca-list --no-format";
    List<String> printed = shell.run(list, "mdm:device-ca-roll", list);
    assertEquals(
        printed.get(2), printed.get(0).lines().count() + 1, printed.get(2).lines().count());
    String command = orders.send("CertificateList", macs.toArray(new VirtualMac[0]));
    macs.forEach(VirtualMac::poll);
    macs.forEach(mac -> assertEquals(Orders.DONE, orders.status(command, mac)));
    VirtualMac late = STAGE.world().enrollAsleep(admin, STAGE.world().newMac());
    assertNotEquals(old, issuer(late));
    VirtualMac between = STAGE.world().newMac();
    between.enroll(madeBefore);
    between.poll();
    assertEquals(old, issuer(between));
    macs.add(between);
    STAGE.world().awake(macs).wakeAll();
    for (VirtualMac mac : macs) {
      Awaitility.await("the new CA at " + mac.hardware().serial())
          .atMost(Duration.ofMinutes(2))
          .until(() -> issuer(mac).equals(issuer(late)));
    }
    String last = orders.send("SecurityInfo", macs.toArray(new VirtualMac[0]));
    macs.forEach(mac -> orders.await(last, mac, Orders.DONE));
    assertTrue(late.enrolled());
  }

  private static X500Name issuer(VirtualMac mac) {
    return mac.identity().orElseThrow().certificate().getIssuer();
  }
}
