package io.pomona.protocol.profile.catalogue;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.command.catalogue.OsVersion;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class PayloadTextTest {
  @Test
  public void readsWhatTheFormatSays() {
    PayloadType type =
        PayloadText.read(
            "org.example.account | Account | 10.7 U | multiple each deprecated=13.0 removed=14.0"
                + " | Host Name");
    assertEquals("org.example.account", type.type());
    assertEquals("Account", type.name());
    assertEquals(OsVersion.parse("10.7"), type.since());
    assertFalse(type.deviceChannel());
    assertTrue(type.userChannel() && type.multiple() && type.thing());
    assertFalse(type.approved());
    assertEquals(OsVersion.parse("13.0"), type.deprecated());
    assertEquals(OsVersion.parse("14.0"), type.removed());
    assertEquals(List.of("Host", "Name"), type.required());
  }

  @Test
  public void readsWhatNoMacTakes() {
    PayloadType type = PayloadText.read("org.example.lock | Lock | - iOS,tvOS");
    assertFalse(type.onMacs());
    assertEquals(List.of("iOS", "tvOS"), type.elsewhere());
    assertEquals(Optional.empty(), type.deprecated());
  }

  @Test
  public void aSlipOfThePenIsFound() {
    assertThrows(
        IllegalArgumentException.class, () -> PayloadText.read("a | A | 10.7 D | mutiple"));
    assertThrows(IllegalArgumentException.class, () -> PayloadText.read("a | A | x D"));
  }

  @Test
  public void knowsWhatMacsKnow() {
    assertTrue(PayloadCatalogue.find("com.apple.dock").orElseThrow().onMacs());
    assertFalse(PayloadCatalogue.find("com.apple.app.lock").orElseThrow().onMacs());
    assertEquals(Optional.empty(), PayloadCatalogue.find("org.example.nothing"));
  }
}
