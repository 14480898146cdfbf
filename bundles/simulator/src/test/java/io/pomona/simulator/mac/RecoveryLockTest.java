package io.pomona.simulator.mac;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class RecoveryLockTest {

  private MacScene scene;

  @Before
  public void enroll() throws Exception {
    scene = new MacScene();
  }

  private boolean verified(String password) {
    return scene.answer("VerifyRecoveryLock", "Password", password).flag("PasswordVerified");
  }

  @Test
  public void isSetVerifiedChangedAndTakenOff() {
    assertEquals("Acknowledged", scene.status("SetRecoveryLock", "NewPassword", "one"));
    assertTrue(scene.securityInfo().flag("IsRecoveryLockEnabled"));
    assertTrue(verified("one"));
    assertFalse(verified("two"));

    assertEquals("Error", scene.status("SetRecoveryLock", "NewPassword", "two"));
    assertEquals(
        "Error", scene.status("SetRecoveryLock", "CurrentPassword", "x", "NewPassword", "two"));
    assertEquals(Optional.of("one"), scene.mac.recoveryLockPassword());
    scene.status("SetRecoveryLock", "CurrentPassword", "one", "NewPassword", "two");
    assertTrue(verified("two"));

    scene.status("SetRecoveryLock", "CurrentPassword", "two", "NewPassword", "");
    assertFalse(scene.securityInfo().flag("IsRecoveryLockEnabled"));
    assertFalse(verified("two"));
  }

  @Test
  public void leavingManagementTakesItOff() {
    scene.status("SetRecoveryLock", "NewPassword", "one");

    scene.mac.checkOut();

    assertTrue(scene.mac.recoveryLockPassword().isEmpty());
  }

  @Test
  public void intelAndOldMacsRefuse() throws Exception {
    for (MacHardware mac :
        new MacHardware[] {MacHardware.intel(3), MacHardware.seeded(3).updated("11.4", "20F71")}) {
      MacScene other = new MacScene(mac, Supervision.none());

      assertEquals("Error", other.status("SetRecoveryLock", "NewPassword", "one"));
      assertEquals("Error", other.status("VerifyRecoveryLock", "Password", "one"));
    }
  }

  @Test
  public void malformedCommandsAreSaidToBe() {
    assertEquals("CommandFormatError", scene.status("SetRecoveryLock"));
    assertEquals("CommandFormatError", scene.status("VerifyRecoveryLock"));
  }
}
