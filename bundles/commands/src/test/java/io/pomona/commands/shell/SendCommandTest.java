package io.pomona.commands.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandQueue;
import io.pomona.api.commands.CommandUuid;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class SendCommandTest {
  private final InMemoryStoreSet stores = new InMemoryStoreSet(new SettableClock());

  private final List<String> composed = new ArrayList<>();
  private FakeAccess access = FakeAccess.allowingAll();

  private SendCommand send(String command, String... keys) {
    Fixtures.enrolledMac(stores, 1, SettableClock.START);
    SendCommand send = new SendCommand();
    send.hosts = stores.hosts();
    send.actors = () -> Fixtures.ADMIN;
    send.access = access;
    send.host = Fixtures.serial(1);
    send.command = command;
    send.keys = List.of(keys);
    send.composer =
        (actor, requestType, given, hosts, terms) -> {
          composed.add(requestType + given + (terms.urgent() ? " " + terms.reason() : ""));
          return new CommandQueue.Sent(CommandUuid.random(), requestType, List.of());
        };
    return send;
  }

  private MdmException refused(String command) {
    SendCommand send = send(command);
    MdmException refused = assertThrows(MdmException.class, send::execute);
    assertEquals("commands.unknown_type", refused.code());
    return refused;
  }

  @Test
  public void aRequestTypeIsComposedOfItsKeys() {
    send("DeviceLock", "PIN=123456", "Message=Call me").execute();
    send("SecurityInfo").execute();
    send("DeviceInformation").execute();
    assertEquals("DeviceLock{PIN=123456, Message=Call me}", composed.get(0));
    assertEquals("SecurityInfo{}", composed.get(1));
    SendCommand urgent = send("SecurityInfo");
    urgent.urgent = true;
    urgent.reason = "asked by Jane";
    urgent.execute();
    assertEquals("SecurityInfo{} asked by Jane", composed.get(3));
    assertTrue(composed.get(2), composed.get(2).contains("Queries=[UDID, "));
  }

  @Test
  public void aFileTakesNoKeys() throws IOException {
    Path file = Files.createTempFile("command", ".plist");
    try {
      SendCommand send = send(file.toString(), "PIN=123456");
      assertEquals("commands.invalid_keys", assertThrows(MdmException.class, send::execute).code());
    } finally {
      Files.delete(file);
    }
  }

  @Test
  public void aMistypedTypeIsAnsweredWithTheOneThatWasMeant() {
    for (String typo : List.of("securityinfo", "SecurityInf", "SecurtyInfo")) {
      String message = refused(typo).getMessage();
      assertTrue(message, message.contains("SecurityInfo") && message.contains(typo));
    }
  }

  @Test
  public void whatIsNeitherTypeNorFileIsTold() {
    for (String name : List.of("no/such/file.plist", "a\0b", ".")) {
      String message = refused(name).getMessage();
      assertTrue(message, message.contains("neither"));
    }
  }

  @Test
  public void noFileIsReadForSomebodyWhoMayNotSend() {
    access = FakeAccess.denyingAll();
    for (String file : List.of("no/such/file.plist", "SecurityInfo")) {
      SendCommand send = send(file);
      assertEquals(
          "organization.forbidden", assertThrows(MdmException.class, send::execute).code());
    }
    assertEquals(List.of(), composed);
  }

  @Test
  public void aFileWithoutEndIsNotReadToItsEnd() throws IOException {
    Path file = Files.createTempFile("command", ".plist");
    try {
      Files.write(file, new byte[(1 << 20) + 1]);
      SendCommand send = send(file.toString());
      assertEquals(
          "commands.file_too_large", assertThrows(MdmException.class, send::execute).code());
      SendCommand profile = send("InstallProfile", "Payload=@" + file);
      assertEquals(
          "commands.file_too_large", assertThrows(MdmException.class, profile::execute).code());
    } finally {
      Files.delete(file);
    }
  }
}
