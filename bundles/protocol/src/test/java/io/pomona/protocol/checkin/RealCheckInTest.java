package io.pomona.protocol.checkin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.SharedFolder;
import java.util.Optional;
import org.junit.Test;

/** Messages of real Macs. */
public class RealCheckInTest {

  @Test
  public void readsAuthenticate() {
    Authenticate message = (Authenticate) read("nanomdm__mdm__testdata__Authenticate.2.plist");
    assertEquals("66ADE930-5FDF-5EC4-8429-15640684C489", message.channel().value());
    assertEquals("Fruit", message.deviceName());
    assertEquals("iMac14,2", message.model());
    assertEquals(Optional.of("C02MT66KFLHH"), message.serialNumber());
    assertEquals(Optional.of("10.12.6"), message.osVersion());
    assertTrue(message.raw().has("Challenge"));
    assertTrue(read("commandment__testdata__Authenticate__10.11.x.xml") instanceof Authenticate);
  }

  @Test
  public void readsTokenUpdate() {
    TokenUpdate message = (TokenUpdate) read("nanomdm__mdm__testdata__TokenUpdate.2.plist");
    assertEquals(32, message.token().length);
    assertEquals(Optional.of(false), message.awaitingConfiguration());
    assertTrue(read("commandment__testdata__TokenUpdate__10.11.x.plist") instanceof TokenUpdate);
    CheckInMessage user = read("commandment__testdata__TokenUpdate__10.11.x-user.plist");
    assertTrue(user.channel().isUser());
    assertEquals(Optional.of("admin"), ((TokenUpdate) user).userShortName());
  }

  @Test
  public void readsCheckOut() {
    assertTrue(read("commandment__testdata__CheckOut__10.11.x.xml") instanceof CheckOut);
  }

  @Test
  public void refusesAnIpad() {
    assertEquals(
        "The key DeviceName is missing or empty.",
        refusal("nanomdm__mdm__testdata__Authenticate.1.plist"));
  }

  @Test
  public void refusesAReport() {
    assertEquals(
        "The key MessageType is missing or empty.",
        refusal("commandment__testdata__SecurityInfo__10.11.x.xml"));
  }

  private static String refusal(String vector) {
    byte[] body = SharedFolder.vector(vector);
    return assertThrows(MalformedMessageException.class, () -> CheckInReader.read(body))
        .getMessage();
  }

  private static CheckInMessage read(String vector) {
    return CheckInReader.read(SharedFolder.vector(vector));
  }
}
