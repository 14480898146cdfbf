package io.pomona.testkit.contract;

import static io.pomona.testkit.AbmFixtures.LEASE;
import static io.pomona.testkit.AbmFixtures.NODE;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.abm.AbmPage;
import io.pomona.api.abm.AbmProgress;
import io.pomona.api.abm.AbmProgress.Fetch;
import io.pomona.api.abm.AbmSyncState;
import io.pomona.api.abm.AbmSyncStore.Failure;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.abm.AbmTrouble;
import io.pomona.testkit.AbmFixtures;
import io.pomona.testkit.Fixtures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What every {@code AbmSyncStore} must do. */
public class AbmSyncStoreContract extends StoreContract {
  private static final String OTHER = "node-2";
  private static final byte[] SIGNING = {4, 2};
  private static final Instant LATER = T.plus(HOUR);

  private Optional<AbmTokenId> lease(String node, Instant now) {
    return stores.abmSync().lease(node, LEASE, now).map(AbmToken::id);
  }

  private AbmSyncState state(AbmTokenId id) {
    return stores.abmTokens().find(id).orElseThrow().sync();
  }

  private void take(AbmTokenId id, AbmProgress progress, Instant now) {
    stores.abmDevices().take(new AbmPage(id, NODE, LEASE, List.of(), List.of(), progress, now));
  }

  @Test
  public void oneNodeHasAToken() {
    AbmTokenId id = AbmFixtures.loaded(stores, "CK_1", T);
    assertEquals(Optional.of(id), lease(NODE, T));
    assertEquals(Optional.empty(), lease(OTHER, T));
    stores.abmSync().succeeded(id, NODE, LATER, T);
    assertEquals(Optional.empty(), lease(OTHER, LATER.minusMillis(1)));
    assertEquals(Optional.of(id), lease(OTHER, LATER));
    assertEquals(Optional.of(T), state(id).syncedAt());
  }

  @Test
  public void theOneThatHasWaitedLongestComesFirst() {
    AbmTokenId later = AbmFixtures.loaded(stores, "CK_1", T.plus(MINUTE));
    AbmTokenId sooner = AbmFixtures.loaded(stores, "CK_2", T);
    assertEquals(Optional.of(sooner), lease(NODE, LATER));
    assertEquals(Optional.of(later), lease(NODE, LATER));
    assertEquals(Optional.empty(), lease(NODE, LATER));
  }

  @Test
  public void aLeaseThatIsOverGoesToAnother() {
    AbmTokenId id = AbmFixtures.loaded(stores, "CK_1", T);
    lease(NODE, T);
    assertEquals(Optional.of(id), lease(OTHER, T.plus(LEASE)));
    assertFails("abm.lease_lost", () -> stores.abmSync().succeeded(id, NODE, LATER, LATER));
    assertFails("abm.lease_lost", () -> take(id, AbmProgress.none(), LATER));
  }

  @Test
  public void aPageBeginsTheLeaseAnew() {
    AbmTokenId id = AbmFixtures.loaded(stores, "CK_1", T);
    lease(NODE, T);
    take(id, AbmProgress.none(), T.plusSeconds(50));
    assertEquals(Optional.empty(), lease(OTHER, T.plus(LEASE)));
    assertEquals(Optional.of(id), lease(OTHER, T.plusSeconds(50).plus(LEASE)));
  }

  @Test
  public void aNodeThatHoldsOnKeepsTheLease() {
    AbmTokenId id = AbmFixtures.loaded(stores, "CK_1", T);
    lease(NODE, T);
    stores.abmSync().hold(id, NODE, LEASE, T.plusSeconds(50));
    assertEquals(Optional.empty(), lease(OTHER, T.plus(LEASE)));
    assertEquals(Optional.of(id), lease(OTHER, T.plusSeconds(50).plus(LEASE)));
    assertFails("abm.lease_lost", () -> stores.abmSync().hold(id, NODE, LEASE, LATER));
  }

  @Test
  public void aFetchThatHasBegunIsTheOneThatWasWanted() {
    AbmTokenId id = AbmFixtures.loaded(stores, "CK_1", T);
    lease(NODE, T);
    AbmProgress first =
        new AbmProgress(
            Optional.empty(), Optional.of(new Fetch(T, Optional.of("f1"))), Optional.empty());
    take(id, first, T);
    assertFalse(state(id).fullWanted());
    assertEquals(first, state(id).progress());
    stores.abmSync().wake(id, true, T, List.of());
    take(id, AbmFixtures.progress("c1", T), T);
    assertFalse(state(id).fullWanted());
    stores.abmSync().wake(id, true, T, List.of());
    take(id, AbmFixtures.progress("c2", T), T);
    assertTrue(state(id).fullWanted());
  }

  @Test
  public void troubleStaysUntilTheNextSuccess() {
    AbmTokenId id = AbmFixtures.loaded(stores, "CK_1", T);
    fail(id, AbmTrouble.Kind.UNAVAILABLE, "500", T);
    fail(id, AbmTrouble.Kind.UNAVAILABLE, "503", T.plus(MINUTE));
    AbmSyncState state = state(id);
    assertEquals(2, state.attempts());
    assertEquals(
        Optional.of(new AbmTrouble(AbmTrouble.Kind.UNAVAILABLE, "503", T)), state.trouble());
    assertEquals(T.plus(MINUTE).plus(MINUTE), state.dueAt());
    fail(id, AbmTrouble.Kind.TERMS_NOT_SIGNED, "T_C_NOT_SIGNED", T.plus(HOUR));
    assertEquals(T.plus(HOUR), state(id).trouble().orElseThrow().since());
    lease(NODE, T.plus(HOUR).plus(MINUTE));
    stores.abmSync().succeeded(id, NODE, LATER.plus(HOUR), LATER);
    assertEquals(Optional.empty(), state(id).trouble());
    assertEquals(0, state(id).attempts());
  }

  private void fail(AbmTokenId id, AbmTrouble.Kind kind, String word, Instant now) {
    assertEquals(Optional.of(id), lease(NODE, now));
    stores
        .abmSync()
        .failed(id, NODE, AbmProgress.none(), new Failure(kind, word, now.plus(MINUTE)), now);
  }

  @Test
  public void aRunThatFailedGoesOnFromWhereItSays() {
    AbmTokenId id = AbmFixtures.loaded(stores, "CK_1", T);
    lease(NODE, T);
    AbmProgress progress = AbmFixtures.progress("c9", T);
    Failure failure = new Failure(AbmTrouble.Kind.THROTTLED, "", LATER);
    stores.abmSync().failed(id, NODE, progress, failure, T);
    assertEquals(progress, state(id).progress());
    assertEquals(Optional.empty(), lease(OTHER, LATER.minusMillis(1)));
    assertEquals(Optional.of(id), lease(OTHER, LATER));
  }

  @Test
  public void whoWantsARunGetsOneAlsoDuringAnother() {
    AbmTokenId id = AbmFixtures.loaded(stores, "CK_1", T);
    lease(NODE, T);
    stores
        .abmSync()
        .wake(id, false, T, List.of(Fixtures.activity("requested_abm_sync").with("full", false)));
    assertEquals("requested_abm_sync", activities().get(0));
    stores.abmSync().succeeded(id, NODE, LATER, T);
    assertEquals(Optional.of(id), lease(NODE, T));
    stores.abmSync().succeeded(id, NODE, LATER, T);
    assertEquals(Optional.empty(), lease(NODE, T));
    assertFails(
        "abm.no_token", () -> stores.abmSync().wake(new AbmTokenId(98765), true, T, List.of()));
  }

  @Test
  public void aSessionIsKeptUntilItIsForgotten() {
    AbmTokenId id = AbmFixtures.loaded(stores, "CK_1", T);
    assertEquals(Optional.empty(), stores.abmSync().session(id));
    stores.abmSync().session(id, SIGNING, Optional.of(new byte[] {1, 2}));
    assertArrayEquals(new byte[] {1, 2}, stores.abmSync().session(id).orElseThrow());
    stores.abmSync().session(id, SIGNING, Optional.empty());
    assertEquals(Optional.empty(), stores.abmSync().session(id));
    stores.abmSync().session(new AbmTokenId(98765), SIGNING, Optional.of(new byte[] {1}));
  }
}
