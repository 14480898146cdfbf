package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.mac.VirtualMac;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;

/** A Mac that another MDM has encrypted needs a new recovery key, which its person makes. */
public class MigrateAnEncryptedMacStory {
  @ClassRule public static final Stage STAGE = new Stage();

  private final EncryptionDesk desk = new EncryptionDesk(STAGE, "Migrated");

  @After
  public void tidy() {
    desk.close();
  }

  @Test
  public void aKeyForAnotherCertificateIsReplacedByThePerson() {
    VirtualMac mac = STAGE.world().newMac();
    mac.encryptEscrowedElsewhere();
    desk.enroll(mac);
    desk.turn(true);
    desk.awaitAction(mac, "rotate_key");
    String detail = desk.detail(mac);
    assertTrue(detail, detail.contains("another MDM"));
    assertTrue(detail, detail.contains("sudo fdesetup changerecovery -personal"));
    String page = new UserDesk(STAGE).says(new Hosts(STAGE.admin()).id(mac));
    assertFalse("within its first hour", page.contains("changerecovery"));
    assertFalse(desk.mdm(mac).path("encryption_key_available").asBoolean());
    mac.logOut();
    mac.changeRecovery();
    desk.refetchUntil(mac, "verified");
    assertTrue(desk.mdm(mac).path("encryption_key_available").asBoolean());
    desk.turn(false);
    EncryptionDesk.await("it is taken off", () -> !mac.has(EncryptionDesk.PROFILE));
    EncryptionDesk.await("there is none", () -> desk.status(mac).equals("null"));
    assertTrue(mac.diskEncrypted());
    assertTrue("its key stays", desk.mdm(mac).path("encryption_key_available").asBoolean());
    assertEquals(1, desk.escrowed(mac));
  }

  @Test
  public void aKeyThatNobodySentIsNamedAsSuch() {
    VirtualMac mac = STAGE.world().newMac();
    mac.encryptElsewhere();
    desk.enroll(mac);
    desk.turn(true);
    desk.awaitAction(mac, "rotate_key");
    assertTrue(desk.detail(mac), desk.detail(mac).startsWith("The disk was encrypted before"));
  }
}
