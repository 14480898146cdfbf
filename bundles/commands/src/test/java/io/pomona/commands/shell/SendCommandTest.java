package io.pomona.commands.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.util.List;
import org.junit.Test;

public class SendCommandTest {
  private final InMemoryStoreSet stores = new InMemoryStoreSet(new SettableClock());

  private MdmException refused(String command) {
    Fixtures.enrolledMac(stores, 1, SettableClock.START);
    SendCommand send = new SendCommand();
    send.hosts = stores.hosts();
    send.actors = () -> Fixtures.ADMIN;
    send.host = Fixtures.serial(1);
    send.command = command;
    MdmException refused = assertThrows(MdmException.class, send::execute);
    assertEquals("commands.unknown_type", refused.code());
    return refused;
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
}
