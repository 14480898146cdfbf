package io.pomona.simulator.mac;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.support.DiskProfiles;
import io.pomona.simulator.wire.Plist;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class KeyRotationTest {

  private final Identity escrow = FileVaultTest.identity("CN=Escrow");
  private final Identity reply = FileVaultTest.identity("CN=Reply");
  private MacScene scene;

  @Before
  public void encrypt() throws Exception {
    scene = new MacScene();
    scene.install(DiskProfiles.enforcing("org.example.disk", escrow, Map.of()));
    scene.mac.logOut();
  }

  private Plist rotate(String password) {
    return scene.answer(
        "RotateFileVaultKey",
        "KeyType",
        "personal",
        "FileVaultUnlock",
        Map.of("Password", password),
        "ReplyEncryptionCertificate",
        Certificates.der(reply.certificate()));
  }

  private static Optional<byte[]> result(Plist answer) {
    return answer.dictionary("RotateResult").flatMap(it -> it.data("EncryptedNewRecoveryKey"));
  }

  @Test
  public void theOldKeyBringsANewOne() throws Exception {
    String old = scene.mac.recoveryKey().orElseThrow();

    byte[] envelope = result(rotate(old)).orElseThrow();

    String fresh = scene.mac.recoveryKey().orElseThrow();
    assertNotEquals(old, fresh);
    assertEquals(fresh, DiskProfiles.open(envelope, reply));
    byte[] escrowed = scene.securityInfo().data("FDE_PersonalRecoveryKeyCMS").orElseThrow();
    assertEquals(fresh, DiskProfiles.open(escrowed, escrow));
  }

  @Test
  public void theUsersPasswordDoesToo() {
    String old = scene.mac.recoveryKey().orElseThrow();

    assertEquals(
        "Acknowledged", rotate(scene.mac.hardware().userPassword()).text("Status").orElseThrow());
    assertNotEquals(old, scene.mac.recoveryKey().orElseThrow());
  }

  @Test
  public void aKeyOfBeforeDoesNot() {
    String old = scene.mac.recoveryKey().orElseThrow();
    scene.mac.changeRecovery();
    String present = scene.mac.recoveryKey().orElseThrow();

    assertEquals("Error", rotate(old).text("Status").orElseThrow());
    assertEquals(present, scene.mac.recoveryKey().orElseThrow());
  }

  @Test
  public void someMacsTakeThePasswordOnly() {
    scene.mac.faults().add(Fault.ROTATION_BY_PASSWORD_ONLY);
    String old = scene.mac.recoveryKey().orElseThrow();

    assertEquals("Error", rotate(old).text("Status").orElseThrow());
    rotate(scene.mac.hardware().userPassword());

    assertNotEquals(old, scene.mac.recoveryKey().orElseThrow());
  }

  @Test
  public void someMacsLeaveTheResultOut() throws Exception {
    scene.mac.faults().add(Fault.ROTATION_WITHOUT_RESULT);

    Plist answer = rotate(scene.mac.recoveryKey().orElseThrow());

    assertEquals("Acknowledged", answer.text("Status").orElseThrow());
    assertTrue(result(answer).isEmpty());
    byte[] escrowed = scene.securityInfo().data("FDE_PersonalRecoveryKeyCMS").orElseThrow();
    assertEquals(scene.mac.recoveryKey().orElseThrow(), DiskProfiles.open(escrowed, escrow));
  }

  @Test
  public void malformedAndImpossibleRotationsAreRefused() throws Exception {
    assertEquals("CommandFormatError", scene.status("RotateFileVaultKey", "KeyType", "personal"));
    Map<String, String> unlock = Map.of("Password", "x");
    assertEquals(
        "Error",
        scene.status("RotateFileVaultKey", "KeyType", "institutional", "FileVaultUnlock", unlock));
    MacScene plain = new MacScene();
    unlock = Map.of("Password", plain.mac.hardware().userPassword());
    assertEquals(
        "Error",
        plain.status("RotateFileVaultKey", "KeyType", "personal", "FileVaultUnlock", unlock));
  }
}
