package io.pomona.protocol.command;

import static org.junit.Assert.assertEquals;

import io.pomona.protocol.plist.PlistDict;
import java.util.Optional;
import org.junit.Test;

/** What is sent about locks, as Apple's keys have it. */
public class LockCommandsTest {
  private static PlistDict keys(CommandBody body) {
    return CommandBody.parse(body.encode("u")).keys();
  }

  @Test
  public void deviceLockHasItsPinAndWhatIsShown() {
    CommandBody plain = Commands.deviceLock("012345", Optional.empty(), Optional.empty());
    assertEquals("DeviceLock", plain.requestType());
    assertEquals(PlistDict.builder().put("PIN", "012345").build(), keys(plain));
    assertEquals(
        PlistDict.builder()
            .put("PIN", "012345")
            .put("Message", "Call")
            .put("PhoneNumber", "+1")
            .build(),
        keys(Commands.deviceLock("012345", Optional.of("Call"), Optional.of("+1"))));
  }

  @Test
  public void eraseDeviceSaysWhatToDoWhereItCan() {
    assertEquals(
        PlistDict.builder().put("PIN", "1").put("ObliterationBehavior", "Always").build(),
        keys(Commands.eraseDevice("1", Optional.of("Always"))));
    assertEquals(
        PlistDict.builder().put("PIN", "1").build(),
        keys(Commands.eraseDevice("1", Optional.empty())));
  }

  @Test
  public void recoveryLockAndBypassCode() {
    assertEquals(
        PlistDict.builder().put("CurrentPassword", "a").put("NewPassword", "").build(),
        keys(Commands.setRecoveryLock(Optional.of("a"), "")));
    assertEquals(
        PlistDict.builder().put("NewPassword", "b").build(),
        keys(Commands.setRecoveryLock(Optional.empty(), "b")));
    assertEquals(
        PlistDict.builder().put("Password", "b").build(), keys(Commands.verifyRecoveryLock("b")));
    assertEquals("ActivationLockBypassCode", Commands.activationLockBypassCode().requestType());
  }
}
