package io.pomona.updates.declarations;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.updates.TeamDeclaration;
import io.pomona.protocol.declarative.Declaration;
import io.pomona.protocol.declarative.DeclarationItem;
import io.pomona.protocol.declarative.DeclarationTypes;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.SampleDeclarations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.Test;

public class WantedDeclarationsTest {
  private static final int MACS = 50;
  private static final int DECLARATIONS = 40;

  private final DeclarativeWorld world = new DeclarativeWorld();

  private List<String> identifiers(EnrolledMac mac) {
    return world.wanted.of(world.host(mac)).declarations().stream()
        .map(DeclarationItem::identifier)
        .filter(identifier -> !identifier.startsWith(OwnDeclarations.PREFIX))
        .toList();
  }

  private void enforce(String identifier, String version) {
    world.upload(
        Declaration.of(
            identifier,
            DeclarationTypes.UPDATE_ENFORCEMENT,
            Map.of("TargetOSVersion", version, "TargetLocalDateTime", "2027-01-31T20:00:00")));
  }

  private TeamDeclaration named(String identifier) {
    return world.uploaded.named(Fixtures.ADMIN, Optional.empty(), identifier);
  }

  @Test
  public void payloadsAreOpenedOnceAfterAChangeHoweverManyMacsAsk() {
    IntStream.range(0, DECLARATIONS)
        .forEach(i -> world.upload(SampleDeclarations.configuration("a" + i, "x")));
    List<EnrolledMac> macs =
        IntStream.rangeClosed(1, MACS).mapToObj(number -> world.mac(number, "15.1")).toList();
    for (EnrolledMac mac : macs) {
      world.ask(mac.channel(), "tokens");
      world.ask(mac.channel(), "declaration-items");
      world.report(mac.channel(), "{\"StatusItems\":{}}");
    }
    assertEquals(DECLARATIONS, world.watched.opened);
    world.ask(macs.get(0).channel(), "declaration/configuration/a7");
    assertEquals("only the one that is fetched", DECLARATIONS + 1, world.watched.opened);
    world.sweep.everyone();
    world.sweep.tell();
    assertEquals(DECLARATIONS + 1, world.watched.opened);
    world.upload(SampleDeclarations.configuration("b", "x"));
    macs.forEach(mac -> world.ask(mac.channel(), "tokens"));
    assertEquals(2 * DECLARATIONS + 2, world.watched.opened);
  }

  @Test
  public void aChangeWhileItIsReadLeavesNothingOldBehind() {
    EnrolledMac mac = world.mac(1, "15.1");
    world.upload(SampleDeclarations.configuration("a", "x"));
    world.watched.meanwhile =
        () -> {
          world.watched.meanwhile = () -> {};
          world.upload(SampleDeclarations.configuration("b", "x"));
        };
    assertEquals(List.of("a", "b"), identifiers(mac));
    world.uploaded.delete(Fixtures.ADMIN, named("b").id());
    assertEquals(List.of("a"), identifiers(mac));
    world.uploaded.delete(Fixtures.ADMIN, named("a").id());
    assertEquals(List.of(), identifiers(mac));
  }

  @Test
  public void anUploadedEnforcementIsInTheWayWhileItIsToCome() {
    EnrolledMac mac = world.mac(1, "14.5");
    assertEquals(List.of(), world.wanted.enforcing(world.host(mac)));
    enforce("done", "14.5");
    enforce("mine", "14.6");
    assertEquals(List.of("mine"), world.wanted.enforcing(world.host(mac)));
    world.runs(mac, "13.6");
    assertTrue("it does not know it", world.wanted.enforcing(world.host(mac)).isEmpty());
    world.runs(mac, "14.6");
    assertTrue(world.wanted.enforcing(world.host(mac)).isEmpty());
  }
}
