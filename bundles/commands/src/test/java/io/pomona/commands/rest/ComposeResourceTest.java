package io.pomona.commands.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandQueue.Sent;
import io.pomona.api.commands.CommandUuid;
import io.pomona.commands.rest.CatalogueViews.DefinitionView;
import io.pomona.commands.rest.CatalogueViews.KeyView;
import io.pomona.commands.rest.CommandViews.ComposeRequest;
import io.pomona.commands.rest.CommandViews.SentAnswer;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class ComposeResourceTest {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final EnrolledMac mac = Fixtures.enrolledMac(stores, 1, clock.instant());
  private final ComposeResource resource =
      new ComposeResource(
          (actor, requestType, keys, hosts, terms) ->
              new Sent(new CommandUuid("U-1"), requestType + keys, hosts, List.of("Beware.")),
          stores.hosts(),
          FakeAccess.allowingAll());

  private SentAnswer compose(String requestType, Map<String, Object> keys, List<String> hosts) {
    return resource.compose(
        Fixtures.ADMIN, new ComposeRequest(requestType, keys, hosts, null, null, null));
  }

  @Test
  public void passesOnNameAndKeysAndAnswersAsForRawCommands() {
    String udid = mac.channel().device();
    assertEquals(
        new SentAnswer(
            "U-1", "DeviceLock{PIN=123456}", List.of(udid), "darwin", List.of("Beware.")),
        compose("DeviceLock", Map.of("PIN", "123456"), List.of(udid, Fixtures.serial(1))));
    assertEquals("SecurityInfo{}", compose("SecurityInfo", null, List.of(udid)).requestType());
  }

  @Test
  public void namesWhatIsWrong() {
    assertRefused("commands.missing", null);
    assertRefused(
        "commands.missing", new ComposeRequest(null, Map.of(), List.of("x"), null, null, null));
    assertRefused(
        "commands.no_hosts", new ComposeRequest("SecurityInfo", null, null, null, null, null));
    assertRefused(
        "commands.unknown_host",
        new ComposeRequest("SecurityInfo", null, List.of("x"), null, null, null));
  }

  private void assertRefused(String code, ComposeRequest request) {
    MdmException refused =
        assertThrows(MdmException.class, () -> resource.compose(Fixtures.ADMIN, request));
    assertEquals(code, refused.code());
  }

  @Test
  public void theCatalogueHasWhatAFormNeeds() {
    assertEquals(50, resource.catalogue().commands().size());
    DefinitionView erase = resource.definition("EraseDevice");
    assertEquals(true, erase.destructive());
    assertEquals(Optional.of(8), erase.availability().rightBit());
    KeyView pin = erase.keys().get(0);
    assertEquals("PIN", pin.name());
    assertEquals("string", pin.type());
    assertEquals(Optional.of(6), pin.length());
    assertEquals(Optional.of("12.0"), erase.keys().get(1).availability().since());
    assertEquals(4, erase.keys().get(1).choices().size());
    MdmException refused =
        assertThrows(MdmException.class, () -> resource.definition("MakeCoffee"));
    assertEquals(MdmException.Kind.NOT_FOUND, refused.kind());
  }
}
