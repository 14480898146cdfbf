package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.KarafShell;
import io.pomona.simulator.mac.VirtualMac;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** A Mac of another MDM is assigned anew in ABM, and its user lets it come. */
public class MigrateAnAbmMacStory {
  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private AbmDesk abm;

  @Before
  public void anOrganizationAtApple() {
    abm = new AbmDesk(STAGE, "Orchard of migration");
  }

  @After
  public void tidy() {
    abm.close();
    STAGE.world().allRest();
  }

  @Test
  public void aMacThatNobodyKnewComesByRenewingItsEnrollment() throws Exception {
    VirtualMac mac = STAGE.world().newMac();
    abm.assign(List.of(mac));
    assertEquals("Pending", abm.mdm(mac));
    assertTrue(abm.step(mac), abm.step(mac).matches("assigned|profile_assigned"));
    assertTrue(abm.assistant(mac, true).renew());
    assertEquals("On (automatic)", abm.mdm(mac));
    assertEquals("enrolled", abm.step(mac));
    String shown =
        KarafShell.of(STAGE.pomona().karaf())
            .run("mdm:host-show " + mac.hardware().serial())
            .get(0);
    assertTrue(shown, shown.contains("The Mac is enrolled."));
  }

  @Test
  public void aMacThatWasManualIsAutomaticAfterwards() throws Exception {
    VirtualMac mac = STAGE.world().newMac();
    STAGE.world().enroll(admin, List.of(mac));
    Hosts hosts = new Hosts(admin);
    assertEquals(Hosts.ON, hosts.mdm(mac));
    long id = hosts.id(mac);
    mac.checkOut();
    abm.assign(List.of(mac));
    assertEquals("Pending", abm.mdm(mac));
    assertTrue(abm.assistant(mac, true).renew());
    assertEquals("On (automatic)", hosts.mdm(mac));
    assertEquals(id, hosts.id(mac));
    mac.enroll(VirtualWorld.profile(admin));
    assertEquals("by hand", Hosts.ON, hosts.mdm(mac));
  }
}
