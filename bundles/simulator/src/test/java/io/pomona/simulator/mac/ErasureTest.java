package io.pomona.simulator.mac;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class ErasureTest {

  private static String erase(MacScene scene, Object... arguments) {
    String status = scene.status("EraseDevice", arguments);
    return status + (scene.mac.enrolled() ? "" : " and erased");
  }

  private static String eraseAfterFailedPreflight(String behaviour) throws Exception {
    MacScene scene = new MacScene();
    scene.mac.faults().add(Fault.ERASE_PREFLIGHT_FAILS);
    return erase(scene, "ObliterationBehavior", behaviour);
  }

  @Test
  public void anErrorDoesNotSayThatNothingWasErased() throws Exception {
    assertEquals("Error and erased", eraseAfterFailedPreflight("Default"));
    assertEquals("Error", eraseAfterFailedPreflight("DoNotObliterate"));
    assertEquals("Acknowledged and erased", eraseAfterFailedPreflight("ObliterateWithWarning"));
    assertEquals("Acknowledged and erased", eraseAfterFailedPreflight("Always"));
    assertEquals("CommandFormatError", eraseAfterFailedPreflight("Perhaps"));
  }

  @Test
  public void withoutATroubleItIsErased() throws Exception {
    assertEquals(
        "Acknowledged and erased",
        erase(new MacScene(), "ObliterationBehavior", "DoNotObliterate"));
  }

  @Test
  public void beforeMacos12ThereIsNoPreflight() throws Exception {
    MacScene scene = new MacScene("11.7", Supervision.none());
    scene.mac.faults().add(Fault.ERASE_PREFLIGHT_FAILS);

    assertEquals("Acknowledged and erased", erase(scene));
  }

  @Test
  public void intelMacsNeedAPin() throws Exception {
    MacScene scene = new MacScene(MacHardware.intel(3), Supervision.none());
    assertEquals(true, scene.deviceInformation("PINRequiredForEraseDevice"));

    assertEquals("Error", erase(scene));
    assertEquals("Acknowledged and erased", erase(scene, "PIN", "123456"));
    assertEquals(false, new MacScene().deviceInformation("PINRequiredForEraseDevice"));
  }
}
