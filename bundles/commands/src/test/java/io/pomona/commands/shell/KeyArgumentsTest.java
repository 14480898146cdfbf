package io.pomona.commands.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.protocol.command.catalogue.CommandCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class KeyArgumentsTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static Map<String, Object> read(String requestType, String... arguments) {
    return KeyArguments.read(CommandCatalogue.find(requestType).orElseThrow(), List.of(arguments));
  }

  @Test
  public void textsBecomeWhatTheirKeysAre() throws IOException {
    assertEquals(Map.of("PIN", "123456"), read("DeviceLock", "PIN=123456"));
    assertEquals(Map.of("NotifyUser", true), read("RestartDevice", "NotifyUser=true"));
    assertEquals(Map.of("ScanTime", 30L), read("RequestMirroring", "ScanTime=30"));
    assertEquals(Map.of("Message", "a=b"), read("DeviceLock", "Message=a=b"));
    assertEquals(
        Map.of("Identifiers", List.of("a.b", "c.d")),
        read("InstalledApplicationList", "Identifiers=a.b,c.d"));
    Path file = folder.newFile("x.mobileconfig").toPath();
    Files.write(file, new byte[] {1, 2, 3});
    assertEquals(Map.of("Payload", "AQID"), read("InstallProfile", "Payload=@" + file));
  }

  @Test
  public void pathsGoIntoDictionariesAndLists() {
    assertEquals(
        Map.of(
            "Identifier",
            "a.b",
            "Options",
            Map.of("PurchaseMethod", 1L),
            "Configuration",
            Map.of("server.port", 443L, "ratio", 0.5, "name", "x")),
        read(
            "InstallApplication",
            "Identifier=a.b",
            "Options.PurchaseMethod=1",
            "Configuration.server.port=443",
            "Configuration.ratio=0.5",
            "Configuration.name=x"));
    assertEquals(
        Map.of(
            "Settings",
            List.of(
                Map.of("Item", "Bluetooth", "Enabled", false),
                Map.of("Item", "DeviceName", "DeviceName", "7"))),
        read(
            "Settings",
            "Settings.0.Item=Bluetooth",
            "Settings.0.Enabled=false",
            "Settings.1.Item=DeviceName",
            "Settings.1.DeviceName=7"));
    assertEquals(
        Map.of("KextPaths", List.of("/a", "/b")),
        read("RestartDevice", "KextPaths.0=/a", "KextPaths.1=/b"));
  }

  @Test
  public void whatDoesNotFitStaysForTheCheck() {
    assertEquals(Map.of("ScanTime", "soon"), read("RequestMirroring", "ScanTime=soon"));
    assertEquals(Map.of("No.Such", "x"), read("DeviceLock", "No.Such=x"));
    assertEquals(Map.of("Options", "x"), read("InstallApplication", "Options=x"));
  }

  @Test
  public void whatCannotBeReadIsTold() {
    assertSays("Write keys as key=value; this is none: PIN", "DeviceLock", "PIN");
    assertSays("Write keys as key=value; this is none: =1", "DeviceLock", "=1");
    assertSays(
        "Number the elements of a list 0, 1, 2 and so on; this is none: 1",
        "Settings",
        "Settings.1.Item=Bluetooth");
    assertSays(
        "Options is given twice, once as a whole and once in parts.",
        "InstallApplication",
        "Options=x",
        "Options.PurchaseMethod=1");
    assertSays(
        "The file /no/such/file cannot be read.", "InstallProfile", "Payload=@/no/such/file");
  }

  private static void assertSays(String message, String requestType, String... arguments) {
    assertEquals(
        message, assertThrows(MdmException.class, () -> read(requestType, arguments)).getMessage());
  }
}
