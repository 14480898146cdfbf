package io.pomona.itests.story;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.VirtualMac;
import java.util.List;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;

/** A Mac that was wiped comes back: the same host, with nothing old in its way. */
public class ReEnrollStory {
  private static final String PROFILES = "/api/v1/configuration_profiles";

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final Hosts hosts = new Hosts(admin);
  private final Orders orders = new Orders(admin);

  @After
  public void tidy() {
    admin
        .get(PROFILES)
        .ok()
        .json()
        .get("profiles")
        .forEach(stored -> admin.delete(PROFILES + "/" + stored.get("profile_uuid").asText()));
    STAGE.world().allRest();
  }

  @Test
  public void theOldQueueIsCancelledAndTheProfileInstalledAnew() throws Exception {
    SampleProfile profile = SampleProfile.named("Dock");
    admin.upload(PROFILES, "profile", "a.mobileconfig", profile.mobileconfig()).ok();
    VirtualMac mac = STAGE.world().newMac();
    STAGE.world().enroll(admin, List.of(mac));
    hosts.awaitProfile(mac, profile.name(), "verified");
    long id = hosts.id(mac);
    STAGE.world().allRest();
    String old = orders.send("CertificateList", mac);
    mac.enroll(VirtualWorld.profile(admin));
    assertEquals("Cancelled", orders.status(old, mac));
    assertEquals(id, hosts.id(mac));
    assertEquals(Hosts.ON, hosts.mdm(mac));
    STAGE.world().awake(List.of(mac)).wakeAll();
    hosts.awaitProfile(mac, profile.name(), "verified");
    assertTrue(mac.has(profile.identifier()));
    assertEquals("Cancelled", orders.status(old, mac));
  }

  @Test
  public void whatCanUnlockItIsKept() throws Exception {
    VirtualMac mac = STAGE.world().enrollAsleep(admin, STAGE.world().newMac());
    byte[] token = {9, 8, 7};
    mac.setBootstrapToken(token);
    mac.enroll(VirtualWorld.profile(admin));
    assertArrayEquals(token, mac.fetchBootstrapToken().orElseThrow());
  }

  @Test
  public void oneThatLeftAndComesBackIsOnAgain() throws Exception {
    VirtualMac mac = STAGE.world().enrollAsleep(admin, STAGE.world().newMac());
    long id = hosts.id(mac);
    mac.checkOut();
    assertEquals(Hosts.OFF, hosts.mdm(mac));
    mac.enroll(VirtualWorld.profile(admin));
    assertEquals(Hosts.ON, hosts.mdm(mac));
    assertEquals(id, hosts.id(mac));
  }

  @Test
  public void aNewBoardWithTheOldSerialNumberTakesTheHostOver() {
    VirtualMac before = STAGE.world().enrollAsleep(admin, STAGE.world().newMac());
    long id = hosts.id(before);
    String forTheOld = orders.send("CertificateList", before);
    VirtualMac after = STAGE.world().enrollAsleep(admin, sameSerial(before.hardware()));
    assertNotEquals(before.hardware().udid(), after.hardware().udid());
    assertEquals(id, hosts.id(after));
    assertEquals("REFUSED", before.poll().ending().name());
    assertEquals(
        "Cancelled",
        orders.all(after).stream()
            .filter(row -> row.get("command_uuid").asText().equals(forTheOld))
            .findFirst()
            .orElseThrow()
            .get("status")
            .asText());
  }

  private static VirtualMac sameSerial(MacHardware old) {
    MacHardware board = STAGE.world().newHardware();
    MacHardware hardware =
        new MacHardware(
            board.udid(),
            old.serial(),
            board.name(),
            board.modelName(),
            board.model(),
            board.osVersion(),
            board.build(),
            board.macAddress(),
            board.userId(),
            board.userShortName(),
            board.userLongName());
    return VirtualMac.inMemory(hardware, STAGE.world().macSetup());
  }
}
