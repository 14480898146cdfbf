package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.KarafShell;
import io.pomona.simulator.mac.ConfigurationProfile;
import io.pomona.simulator.mac.VirtualMac;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;

/** Macs get the new certificate in place, and what they sent for the old one still opens. */
public class RollTheEscrowCertificateStory {
  private static final String ESCROW = "io.pomona.escrow.cfg";

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final EncryptionDesk desk = new EncryptionDesk(STAGE, "Rolled");

  @After
  public void tidy() {
    STAGE.pomona().configure(ESCROW, Map.of("period", "5000"));
    desk.close();
  }

  @Test
  public void oldKeysOpenAndNewOnesComeForTheNewCertificate() {
    desk.turn(true);
    VirtualMac before = desk.enroll(STAGE.world().newMac());
    VirtualMac between = desk.enroll(STAGE.world().newMac());
    desk.awaitAction(before, "log_out");
    before.logOut();
    desk.refetchUntil(before, "verified");
    desk.awaitAction(between, "log_out");
    between.logOut();
    String old = profile(before);
    int known = certificates().size();
    int told = desk.told("rolled_escrow_certificate").size();
    KarafShell shell = KarafShell.of(STAGE.pomona().karaf());
    List<String> printed =
        shell.run("mdm:escrow-certificate-roll", "mdm:escrow-certificate-list --no-format");
    assertEquals(known + 1, certificates().size());
    assertEquals("nothing came for it yet", 0, certificates().at("/0/keys").asLong());
    assertTrue("one came for the other", certificates().at("/1/keys").asLong() > 0);
    assertTrue(printed.get(1), printed.get(1).contains("Macs get it"));
    EncryptionDesk.await("the new profile", () -> !profile(before).equals(old));
    desk.awaitStatus(before, "verified");
    assertTrue(desk.mdm(before).path("encryption_key_available").asBoolean());
    STAGE.pomona().configure(ESCROW, Map.of("period", "500")); // The sweeps begin anew.
    EncryptionDesk.await("all keys are sealed anew", () -> toReseal() == 0);
    assertEquals("nothing new of the same key", 1, desk.escrowed(before));
    desk.refetchUntil(between, "verified");
    assertEquals("encrypted for the old certificate", 1, desk.escrowed(between));
    before.changeRecovery();
    desk.refetch(before);
    EncryptionDesk.await("its next key", () -> desk.escrowed(before) == 2);
    desk.awaitStatus(before, "verified");
    assertTrue(certificates().at("/0/keys").asLong() > 0);
    assertEquals(told + 1, desk.told("rolled_escrow_certificate").size());
  }

  private JsonNode certificates() {
    return admin.get("/api/v1/disk_encryption/certificates").ok().json().path("certificates");
  }

  private long toReseal() {
    long sum = 0;
    for (JsonNode each : certificates()) {
      sum += each.path("keys_to_reseal").asLong(1);
    }
    return sum;
  }

  /** What the Mac has of disk encryption, by the UUID that its list of profiles shows. */
  private static String profile(VirtualMac mac) {
    return mac.profiles().stream()
        .filter(each -> each.identifier().equals(EncryptionDesk.PROFILE))
        .map(ConfigurationProfile::uuid)
        .findFirst()
        .orElse("");
  }
}
