package io.pomona.protocol.channel;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.plist.PlistDict;
import java.util.List;
import org.junit.Test;

public class ChannelIdTest {

  @Test
  public void namesDeviceAndUser() {
    ChannelId device = ChannelId.device("U-1");
    ChannelId user = ChannelId.user("U-1", "A-2");
    assertEquals("U-1", device.value());
    assertEquals("U-1:A-2", user.value());
    assertFalse(device.isUser());
    assertTrue(user.isUser());
    assertEquals(device, user.deviceChannel());
    assertEquals(device, device.deviceChannel());
  }

  @Test
  public void parsesItsOwnValue() {
    for (ChannelId id : List.of(ChannelId.device("U-1"), ChannelId.user("U-1", "A-2"))) {
      assertEquals(id, ChannelId.parse(id.value()));
    }
  }

  @Test
  public void isTakenFromAMessage() {
    PlistDict device = PlistDict.of().with("UDID", "U-1").with("EnrollmentID", "E-1");
    assertEquals("U-1", ChannelId.of(device::string).value());
    assertEquals("U-1:A-2", ChannelId.of(device.with("UserID", "A-2")::string).value());
    PlistDict enrollment = PlistDict.of().with("EnrollmentID", "E-1").with("UDID", "");
    assertEquals("E-1", ChannelId.of(enrollment::string).value());
    assertEquals(
        "E-1:F-2", ChannelId.of(enrollment.with("EnrollmentUserID", "F-2")::string).value());
    assertThrows(IllegalArgumentException.class, () -> ChannelId.of(PlistDict.of()::string));
  }

  @Test
  public void refusesOtherCharacters() {
    for (String bad :
        List.of("", "a b", "a/b", "../x", "a\n", "é", "a:b:c", ":", "a:", ":a", "x".repeat(65))) {
      assertThrows(bad, IllegalArgumentException.class, () -> ChannelId.parse(bad));
    }
    assertEquals(64, ChannelId.device("x".repeat(64)).value().length());
  }
}
