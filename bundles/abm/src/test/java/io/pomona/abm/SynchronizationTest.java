package io.pomona.abm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.abm.apple.DeviceEnrollment;
import io.pomona.abm.apple.FastConnections;
import io.pomona.api.abm.AbmSyncState;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.abm.AbmTrouble.Kind;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.simulator.apple.abm.AbmEndpoint;
import io.pomona.simulator.apple.abm.AbmFaults;
import io.pomona.simulator.apple.abm.AbmGoods;
import io.pomona.simulator.apple.abm.AbmServer;
import io.pomona.simulator.apple.abm.SessionRotation;
import io.pomona.testkit.Fixtures;
import java.time.Duration;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;

/** The rules of the synchronization against a virtual ABM that does everything wrong. */
public class SynchronizationTest {
  @Rule public final AbmScene scene = new AbmScene();

  private List<String> bought(int count) {
    List<String> serials = scene.abm.person().buyMacs(scene.server, "C02X", count);
    scene.loaded();
    return serials;
  }

  private AbmSyncState state() {
    return scene.token().sync();
  }

  @Test
  public void allMacsComeByPagesThenChanges() {
    scene.abm.shortPages(7);
    List<String> macs = bought(20);
    assertTrue(scene.look());
    assertEquals(macs, scene.serials());
    assertEquals(MdmStatus.PENDING, scene.host(macs.get(3)).orElseThrow().mdm());
    assertTrue(state().progress().fullAt().isPresent());
    assertFalse(state().fullWanted());
    assertFalse(scene.look());

    List<String> more = scene.abm.person().buyMacs(scene.server, "C02Y", 3);
    scene.abm.person().release(List.of(macs.get(0), macs.get(1)));
    scene.abm.calls().forget();
    scene.lookAgain();
    assertEquals(21, scene.serials().size());
    assertTrue(scene.serials().containsAll(more));
    assertTrue(scene.host(macs.get(0)).isEmpty());
    assertEquals(0, scene.abm.calls().count(AbmEndpoint.FETCH));
  }

  @Test
  public void onlyMacsBecomeHosts() {
    scene.abm.person().buy(scene.server, List.of(AbmGoods.mac("C02M", "MacBook Air")));
    List<AbmGoods> phones = List.of(AbmGoods.iPhone("F17P"));
    scene.abm.person().buy(scene.server, phones);
    scene.loaded();
    scene.look();
    assertEquals(List.of("C02M"), scene.serials());
  }

  @Test
  public void ofSeveralChangesTheNewestCounts() {
    List<String> macs = bought(2);
    scene.look();
    scene.abm.person().unassign(List.of(macs.get(0)));
    scene.abm.person().assign(scene.server, List.of(macs.get(0)));
    scene.abm.person().touch(List.of(macs.get(1)));
    scene.abm.person().unassign(List.of(macs.get(1)));
    scene.lookAgain();
    assertEquals(List.of(macs.get(0)), scene.serials());
  }

  @Test
  public void whatIsModifiedAndNotKnownIsAdded() {
    bought(1);
    scene.look();
    scene.abm.script().next(AbmEndpoint.SYNC, AbmFaults.missingPage());
    List<String> missed = scene.abm.person().buyMacs(scene.server, "C02Y", 1);
    scene.lookAgain();
    assertFalse(scene.serials().containsAll(missed));
    scene.abm.person().touch(missed);
    scene.lookAgain();
    assertTrue(scene.serials().containsAll(missed));
  }

  @Test
  public void everyTroubleWithACursorEndsWithAllMacsInTheSameRun() {
    scene.abm.shortPages(5);
    List<String> macs = bought(12);
    scene.look();
    for (String trouble : List.of("expired", "exhausted", "invalid")) {
      scene
          .abm
          .script()
          .next(AbmEndpoint.SYNC, AbmFaults.named("bad_request_" + trouble + "_cursor"));
      scene.abm.person().unassign(List.of(macs.get(0)));
      scene.abm.person().assign(scene.server, List.of(macs.get(0)));
      scene.lookAgain();
      assertEquals(macs, scene.serials());
      assertTrue(trouble, state().trouble().isEmpty());
      assertEquals(0, scene.abm.script().left());
    }
  }

  @Test
  public void aFetchThatLosesItsCursorBeginsAgain() {
    scene.abm.shortPages(5);
    scene
        .abm
        .script()
        .next(AbmEndpoint.FETCH, AbmFaults.fine(), AbmFaults.named("bad_request_invalid_cursor"));
    List<String> macs = bought(12);
    scene.look();
    assertEquals(macs, scene.serials());
    assertTrue(state().trouble().isEmpty());
  }

  @Test
  public void anExhaustedFetchGoesOnWithChanges() {
    scene.abm.shortPages(5);
    scene
        .abm
        .script()
        .next(
            AbmEndpoint.FETCH,
            AbmFaults.fine(),
            AbmFaults.fine(),
            AbmFaults.named("bad_request_exhausted_cursor"));
    List<String> macs = bought(12);
    scene.look();
    scene.lookAgain();
    assertEquals(macs, scene.serials());
  }

  @Test
  public void theSameCursorAgainIsGivenUpAndGoesOnLater() {
    scene.abm.shortPages(5);
    scene.abm.script().next(AbmEndpoint.FETCH, AbmFaults.fine(), AbmFaults.sameCursor());
    List<String> macs = bought(12);
    scene.look();
    assertEquals(Kind.REPEATING, state().trouble().orElseThrow().kind());
    assertTrue(scene.abm.calls().count(AbmEndpoint.FETCH) <= 2);
    scene.lookAgain();
    assertEquals(macs, scene.serials());
    assertTrue(state().trouble().isEmpty());
  }

  @Test
  public void behindACursorThatNeverMovesAllBeginsAnew() {
    List<String> macs = bought(3);
    scene.look();
    scene.abm.script().always(AbmEndpoint.SYNC, AbmFaults.sameCursor());
    for (int i = 0; i < 3; i++) {
      assertEquals(Kind.REPEATING, scene.lookAgain().sync().trouble().orElseThrow().kind());
    }
    scene.abm.script().clear();
    scene.lookAgain();
    assertTrue(state().trouble().isEmpty());
    assertEquals(macs, scene.serials());
    assertEquals(2, scene.abm.calls().count(AbmEndpoint.FETCH));
  }

  @Test
  public void aPageThatIsEmptyByMistakeIsAskedForAgain() {
    scene.abm.shortPages(5);
    scene.abm.script().next(AbmEndpoint.FETCH, AbmFaults.fine(), AbmFaults.missingPage());
    List<String> macs = bought(12);
    scene.look();
    assertEquals(macs, scene.serials());
  }

  @Test
  public void whatAFetchDoesNotShowStaysAndIsMissing() {
    List<String> macs = bought(4);
    scene.look();
    scene.abm.script().next(AbmEndpoint.FETCH, AbmFaults.missingPage());
    scene.clock.advance(Duration.ofDays(2));
    scene.look();
    assertEquals(macs, scene.serials());
    assertEquals(4, scene.stores.abmDevices().counts(scene.token().id()).missing());
    scene.clock.advance(Duration.ofDays(2));
    scene.look();
    assertEquals(0, scene.stores.abmDevices().counts(scene.token().id()).missing());
  }

  @Test
  public void troubleIsShownUntilTheNextSuccess() {
    List<String> macs = bought(2);
    scene.abm.person().changeTerms();
    assertTrue(scene.look());
    assertEquals(Kind.TERMS_NOT_SIGNED, state().trouble().orElseThrow().kind());
    scene.abm.person().acceptTerms();
    assertTrue(scene.lookAgain().sync().trouble().isEmpty());
    assertEquals(macs, scene.serials());

    scene.abm.person().changePassword();
    assertEquals(Kind.TOKEN_REJECTED, scene.lookAgain().sync().trouble().orElseThrow().kind());
    scene.tokens.renew(
        Fixtures.ADMIN, scene.token().id(), scene.abm.person().downloadToken(scene.server), false);
    assertTrue(scene.lookAgain().sync().trouble().isEmpty());
  }

  @Test
  public void theServiceMayFailInAnyWay() {
    List<String> macs = bought(2);
    for (String fault :
        List.of(
            "truncated",
            "internal_server_error",
            "service_unavailable",
            "cut_before",
            "cut_after",
            "bad_request_malformed_request_body")) {
      scene.abm.script().next(AbmEndpoint.FETCH, AbmFaults.named(fault));
      scene.stores.abmSync().wake(scene.token().id(), true, scene.clock.instant(), List.of());
      scene.look();
      Kind expected = fault.startsWith("bad_request") ? Kind.REFUSED : Kind.UNAVAILABLE;
      assertEquals(fault, expected, state().trouble().orElseThrow().kind());
      assertTrue(fault, scene.lookAgain().sync().trouble().isEmpty());
      assertEquals(macs, scene.serials());
    }
  }

  @Test
  public void appleSaysHowLongToWait() {
    bought(1);
    scene.look();
    scene.abm.script().next(AbmEndpoint.SYNC, AbmFaults.tooManyRequests(Duration.ofMinutes(42)));
    scene.clock.advance(Duration.ofMinutes(10));
    scene.look();
    assertEquals(Kind.THROTTLED, state().trouble().orElseThrow().kind());
    assertEquals(scene.clock.instant().plus(Duration.ofMinutes(42)), state().dueAt());
  }

  @Test
  public void sessionsEndRotateAndAreTakenUpAgain() {
    List<String> macs = bought(3);
    scene.look();
    scene.abm.forgetSessions();
    assertTrue(scene.lookAgain().sync().trouble().isEmpty());
    scene.abm.script().next(AbmEndpoint.SYNC, AbmFaults.named("unauthorized"));
    assertTrue(scene.lookAgain().sync().trouble().isEmpty());
    scene.abm.rotateSessions(SessionRotation.FORGETTING_THE_OLD);
    scene.lookAgain();
    scene.abm.calls().forget();
    assertTrue(scene.lookAgain().sync().trouble().isEmpty());
    scene.connections = FastConnections.to(scene.abm, scene.stores);
    scene.sync = scene.node();
    assertTrue(scene.lookAgain().sync().trouble().isEmpty());
    assertEquals(0, scene.abm.calls().count(AbmEndpoint.SESSION));
    assertEquals(macs, scene.serials());
  }

  @Test
  public void oneNodeLooksAtAToken() {
    bought(1);
    AbmSync other = scene.node();
    assertTrue(scene.sync.lease().isPresent());
    assertTrue(other.lease().isEmpty());
    scene.clock.advance(AbmSync.LEASE);
    assertTrue(other.lease().isPresent());
  }

  @Test
  public void aNodeThatCameTooLateChangesNothing() {
    bought(1);
    var leased = scene.sync.lease().orElseThrow();
    scene.clock.advance(AbmSync.LEASE);
    scene.node().lease();
    scene.sync.run(leased);
    assertEquals(List.of(), scene.serials());
    assertTrue(state().trouble().isEmpty());
  }

  @Test
  public void anotherServerStartsASessionOfItsOwnAndItsMacsTakeTheOthersPlace() {
    List<String> before = bought(3);
    scene.look();
    AbmTokenId id = scene.token().id();
    DeviceEnrollment old = scene.connections.of(id);
    AbmServer other = scene.abm.person().addServer("Other", scene.keys.certificate(Fixtures.ADMIN));
    List<String> after = scene.abm.person().buyMacs(other, "C02Y", 2);
    scene.clock.advance(Duration.ofMinutes(1));
    scene.tokens.renew(Fixtures.ADMIN, id, scene.abm.person().downloadToken(other), true);
    scene.abm.forgetSessions();
    old.account();
    assertTrue(scene.stores.abmSync().session(id).isEmpty());
    assertEquals(before, scene.serials());
    scene.look();
    assertEquals(after, scene.serials());
    assertEquals("Other", scene.token().account().serverName());
    assertTrue(scene.host(before.get(0)).isEmpty());
  }

  @Test
  public void whoLosesTheLeaseAsksAppleNoMore() {
    bought(1);
    var leased = scene.sync.lease().orElseThrow();
    scene.clock.advance(AbmSync.LEASE);
    scene.node().lease();
    scene.abm.calls().forget();
    scene.sync.run(leased);
    assertEquals(0, scene.abm.calls().count(AbmEndpoint.ACCOUNT));
    assertTrue(AbmSync.LEASE.compareTo(Duration.ofMinutes(1)) <= 0);
  }

  @Test
  public void theAccountIsReadWithEveryFetch() {
    bought(1);
    scene.abm.calls().forget();
    scene.look();
    assertEquals(1, scene.abm.calls().count(AbmEndpoint.ACCOUNT));
    scene.lookAgain();
    assertEquals(1, scene.abm.calls().count(AbmEndpoint.ACCOUNT));
  }
}
