package io.pomona.protocol.command;

import static io.pomona.protocol.PlistText.dict;
import static io.pomona.protocol.PlistText.string;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.SharedFolder;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistReader;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class CommandBodyTest {
  private static final byte[] PROFILE = {1, 2, 3};

  @Test
  public void writesTheWholeCommand() {
    PlistDict written = PlistReader.read(Commands.installProfile(PROFILE).encode("C-1"));
    assertEquals(
        PlistDict.of()
            .with(
                "Command",
                PlistDict.of().with("RequestType", "InstallProfile").with("Payload", PROFILE))
            .with("CommandUUID", "C-1"),
        written);
  }

  @Test
  public void splicesTheUuidIntoOneStoredBody() {
    CommandBody body = Commands.removeProfile("a</string>&b");
    EncodedCommand stored = EncodedCommand.of(body.encoded().stored());
    for (String uuid : List.of("C-1", "11111111-2222-3333-4444-555555555555")) {
      assertArrayEquals(body.encode(uuid), stored.with(uuid));
      assertEquals(Optional.of(uuid), RawCommand.parse(stored.with(uuid)).uuid());
      assertEquals(body, CommandBody.parse(stored.with(uuid)));
    }
    assertEquals(Optional.empty(), RawCommand.parse(stored.stored()).uuid());
    assertThrows(MalformedCommandException.class, () -> stored.with("a</string>"));
    assertThrows(MalformedCommandException.class, () -> stored.with(""));
    assertThrows(MalformedCommandException.class, () -> EncodedCommand.of(PROFILE));
  }

  @Test
  public void hasTheUsualCommands() {
    assertEquals(Optional.of(true), Commands.profileList(true).keys().bool("ManagedOnly"));
    assertEquals(Optional.of(false), Commands.certificateList(false).keys().bool("ManagedOnly"));
    assertEquals(
        Commands.DEVICE_INFORMATION_QUERIES,
        Commands.deviceInformation(Commands.DEVICE_INFORMATION_QUERIES).keys().strings("Queries"));
    assertEquals("SecurityInfo", Commands.securityInfo().requestType());
    assertEquals("InstalledApplicationList", Commands.installedApplicationList().requestType());
  }

  @Test
  public void readsRawCommands() {
    byte[] raw =
        dict(
            "<key>Command</key><dict>"
                + string("RequestType", "DeviceLock")
                + string("PIN", "123456")
                + "</dict>");
    RawCommand command = RawCommand.parse(raw);
    assertEquals(Optional.empty(), command.uuid());
    assertEquals("DeviceLock", command.body().requestType());
    assertEquals(PlistDict.of().with("PIN", "123456"), command.body().keys());
    assertTrue(command.toString(), !command.toString().contains("123456"));
  }

  @Test
  public void readsARealCommand() {
    RawCommand command =
        RawCommand.parse(SharedFolder.vector("micromdm__mdm__mdm__testdata__InstallProfile.plist"));
    assertEquals(Optional.of("7e761ec5-9e20-42d1-9072-3d5a611e3ac5"), command.uuid());
    assertEquals("InstallProfile", command.body().requestType());
    assertTrue(command.body().keys().data("Payload").isPresent());
  }

  @Test
  public void saysWhatIsWrongWithARawCommand() {
    assertRefused("no dictionary under the key Command", dict(string("RequestType", "X")));
    assertRefused("no string RequestType", dict("<key>Command</key><dict/>"));
    assertRefused(
        "no RequestType", dict("<key>Command</key><dict>" + string("RequestType", "") + "</dict>"));
    assertRefused(
        "CommandUUID",
        dict(
            "<key>Command</key><dict>"
                + string("RequestType", "X")
                + "</dict>"
                + string("CommandUUID", "a b")));
    assertRefused("neither an XML nor a binary", new byte[] {1});
  }

  private static void assertRefused(String reason, byte[] raw) {
    MalformedCommandException refusal =
        assertThrows(MalformedCommandException.class, () -> CommandBody.parse(raw));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains(reason));
  }
}
