package io.pomona.protocol.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class MacCommandTypesTest {

  @Test
  public void knowsFiftyTypes() {
    assertEquals(50, MacCommandTypes.all().size());
    MacCommandType lock = MacCommandTypes.require("DeviceLock");
    assertEquals("10.7", lock.minimumOs());
    assertTrue(lock.deviceChannel());
    assertFalse(lock.userChannel());
    assertTrue(MacCommandTypes.require("ScheduleOSUpdate").supervised());
    assertTrue(MacCommandTypes.require("DeviceConfigured").automatedEnrollment());
  }

  @Test
  public void refusesOthersWithTheReason() {
    assertEquals(
        "The command EnableLostMode is for other devices; a Mac does not know it.",
        refusal("EnableLostMode"));
    assertEquals("The RequestType is not one of the 50 that a Mac knows.", refusal("MakeCoffee"));
  }

  private static String refusal(String requestType) {
    return assertThrows(MalformedCommandException.class, () -> MacCommandTypes.require(requestType))
        .getMessage();
  }
}
