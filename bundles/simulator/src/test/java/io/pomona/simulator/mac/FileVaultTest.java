package io.pomona.simulator.mac;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.crypto.Authority;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.support.DiskProfiles;
import io.pomona.simulator.support.TestKeys;
import io.pomona.simulator.wire.Plist;
import java.time.Clock;
import java.util.Map;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.junit.Before;
import org.junit.Test;

public class FileVaultTest {

  private static final String DISK = "org.example.disk";
  private static final Map<String, Object> NOTHING_MORE = Map.of();

  private final Identity escrow = identity("CN=Escrow");
  private MacScene scene;

  static Identity identity(String name) {
    return Authority.create(name, TestKeys.KEYS.next(), Clock.systemUTC()).identity();
  }

  @Before
  public void enroll() throws Exception {
    scene = new MacScene();
  }

  private byte[] enforcing() {
    return DiskProfiles.enforcing(DISK, escrow, NOTHING_MORE);
  }

  @Test
  public void theUserLogsOutAndTheKeyIsEscrowed() throws Exception {
    assertEquals("Acknowledged", scene.install(enforcing()));
    assertFalse(scene.securityInfo().flag("FDE_Enabled"));
    assertTrue(scene.mac.encryptionDeferred());

    scene.mac.logOut();

    Plist info = scene.securityInfo();
    assertTrue(info.flag("FDE_Enabled"));
    assertTrue(info.flag("FDE_HasPersonalRecoveryKey"));
    String key = DiskProfiles.open(info.data("FDE_PersonalRecoveryKeyCMS").orElseThrow(), escrow);
    assertTrue(key, key.matches("[A-Z0-9]{4}(-[A-Z0-9]{4}){5}"));
    assertEquals(scene.mac.recoveryKey().orElseThrow(), key);
    assertEquals(
        scene.mac.hardware().serial(), info.text("FDE_PersonalRecoveryKeyDeviceKey").orElseThrow());
  }

  @Test
  public void oldSystemsEncryptWithAnotherCipher() throws Exception {
    assertEquals(CMSAlgorithm.AES256_CBC.getId(), cipherOf("15.1"));
    assertEquals(CMSAlgorithm.DES_EDE3_CBC.getId(), cipherOf("13.6"));
  }

  private String cipherOf(String osVersion) throws Exception {
    MacScene other = new MacScene(osVersion, Supervision.none());
    other.install(enforcing());
    other.mac.logOut();
    return new CMSEnvelopedData(
            other.securityInfo().data("FDE_PersonalRecoveryKeyCMS").orElseThrow())
        .getEncryptionAlgOID();
  }

  @Test
  public void whatMacosRefuses() {
    assertEquals("Error", scene.install(DiskProfiles.fileVaultOnly(DISK, NOTHING_MORE)));
    assertEquals("Error", scene.install(DiskProfiles.escrowingForNobody(DISK)));
    assertEquals("Acknowledged", scene.install(DiskProfiles.escrowing(DISK, escrow)));
    assertEquals("Acknowledged", scene.install(DiskProfiles.escrowing(DISK, escrow)));
    assertEquals("Error", scene.install(DiskProfiles.escrowing("org.example.other", escrow)));
    assertFalse(scene.mac.has("org.example.other"));
  }

  @Test
  public void aUsersNameAndPasswordEncryptAtOnce() {
    MacHardware mac = scene.mac.hardware();

    scene.install(
        DiskProfiles.fileVaultOnly(
            DISK, Map.of("Username", mac.userShortName(), "Password", mac.userPassword())));

    assertTrue(scene.mac.diskEncrypted());
    assertTrue(scene.securityInfo().data("FDE_PersonalRecoveryKeyCMS").isEmpty());
  }

  @Test
  public void aProfileTakenOffLeavesTheDiskAsItIs() {
    scene.install(enforcing());
    scene.status("RemoveProfile", "Identifier", DISK);
    scene.mac.logOut();
    assertFalse(scene.mac.diskEncrypted());

    scene.install(enforcing());
    scene.mac.logOut();
    scene.status("RemoveProfile", "Identifier", DISK);

    assertTrue(scene.mac.diskEncrypted());
    assertTrue(scene.securityInfo().data("FDE_PersonalRecoveryKeyCMS").isPresent());
  }

  @Test
  public void aPayloadThatNeverAsksIsNeverObeyed() {
    scene.install(DiskProfiles.enforcing(DISK, escrow, Map.of("DeferDontAskAtUserLogout", true)));
    scene.mac.logOut();

    assertFalse(scene.mac.diskEncrypted());
  }

  @Test
  public void escrowCatchesOnlyKeysMadeAfterIt() throws Exception {
    scene.mac.encryptElsewhere();
    scene.install(enforcing());
    scene.mac.logOut();
    Plist info = scene.securityInfo();
    assertTrue(info.flag("FDE_HasPersonalRecoveryKey"));
    assertTrue(info.data("FDE_PersonalRecoveryKeyCMS").isEmpty());

    scene.mac.changeRecovery();

    byte[] envelope = scene.securityInfo().data("FDE_PersonalRecoveryKeyCMS").orElseThrow();
    assertEquals(scene.mac.recoveryKey().orElseThrow(), DiskProfiles.open(envelope, escrow));
  }

  @Test
  public void anotherMdmsEscrowIsForItsOwnCertificate() throws Exception {
    scene.mac.encryptEscrowedElsewhere();

    byte[] envelope = scene.securityInfo().data("FDE_PersonalRecoveryKeyCMS").orElseThrow();
    assertNotEquals(
        escrow.certificate().getSerialNumber(),
        ((org.bouncycastle.cms.KeyTransRecipientId)
                new CMSEnvelopedData(envelope)
                    .getRecipientInfos()
                    .getRecipients()
                    .iterator()
                    .next()
                    .getRID())
            .getSerialNumber());
  }

  @Test
  public void setupAssistantEncryptsAtItsEnd() throws Exception {
    MacScene setup = new MacScene("14.7", MacScene.IN_SETUP);
    setup.install(
        DiskProfiles.enforcing(DISK, escrow, Map.of("ForceEnableInSetupAssistant", true)));
    assertFalse(setup.mac.diskEncrypted());

    setup.status("DeviceConfigured");

    assertTrue(setup.mac.diskEncrypted());
  }

  @Test
  public void setupAssistantOfAnOldMacOrWithoutAnAdministratorDoesNot() throws Exception {
    byte[] profile =
        DiskProfiles.enforcing(DISK, escrow, Map.of("ForceEnableInSetupAssistant", true));
    MacScene old = new MacScene("13.7", MacScene.IN_SETUP);
    old.install(profile);
    old.status("DeviceConfigured");
    MacScene skipped = new MacScene("14.7", MacScene.IN_SETUP);
    skipped.install(profile);
    skipped.status("AccountConfiguration", "SkipPrimarySetupAccountCreation", true);
    skipped.status("DeviceConfigured");

    assertFalse(old.mac.diskEncrypted());
    assertFalse(skipped.mac.diskEncrypted());
  }

  @Test
  public void onlyErasingTheMacEndsIt() throws Exception {
    scene.install(enforcing());
    scene.mac.logOut();
    scene.mac.checkOut();
    scene.mac.enroll(scene.enrollment());
    assertTrue(scene.mac.diskEncrypted());

    scene.mac.wipe();

    assertFalse(scene.mac.diskEncrypted());
    assertTrue(scene.mac.recoveryKey().isEmpty());
  }
}
