package io.pomona.simulator.mac;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import org.junit.Before;
import org.junit.Test;

public class ActivationLockTest {

  private static final String FORM = "[0-9A-Z]{5}-[0-9A-Z]{5}(-[0-9A-Z]{4}){4}";

  private MacScene scene;

  @Before
  public void enroll() throws Exception {
    scene = new MacScene();
  }

  private String code() {
    return scene.answer("ActivationLockBypassCode").text("ActivationLockBypassCode").orElse("none");
  }

  @Test
  public void theBypassCodeIsThereForFifteenDays() {
    String code = code();
    assertTrue(code, code.matches(FORM));

    scene.clock.forward(Duration.ofDays(14));
    assertEquals(code, code());

    scene.clock.forward(Duration.ofDays(2));
    assertEquals("Error", scene.status("ActivationLockBypassCode"));
  }

  @Test
  public void isGoneOnceCleared() {
    assertEquals("Acknowledged", scene.status("ClearActivationLockBypassCode"));

    assertEquals("none", code());
  }

  @Test
  public void aMacThatIsNotSupervisedHasNone() throws Exception {
    scene = new MacScene("10.15.7", Supervision.none());

    assertEquals(false, scene.deviceInformation("IsSupervised"));
    assertEquals("none", code());
    assertEquals("Error", scene.status("ClearActivationLockBypassCode"));
  }

  @Test
  public void activationLockOutlivesErasing() throws Exception {
    scene.mac.activationLock(true);
    assertEquals(true, scene.deviceInformation("IsActivationLockEnabled"));

    scene.mac.wipe();
    scene.mac.enroll(scene.enrollment());

    assertEquals(true, scene.deviceInformation("IsActivationLockEnabled"));
  }
}
