package io.pomona.testkit.contract;

import static io.pomona.testkit.AbmFixtures.NODE;
import static io.pomona.testkit.AbmFixtures.assign;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import io.pomona.api.MdmException.Kind;
import io.pomona.api.abm.AbmChanges;
import io.pomona.api.abm.AbmPage;
import io.pomona.api.abm.AbmProgress;
import io.pomona.api.abm.AbmProgress.Fetch;
import io.pomona.api.abm.AbmSyncState;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.abm.NewAbmToken;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.dep.AppleAccount;
import io.pomona.protocol.dep.AppleDevice;
import io.pomona.testkit.AbmFixtures;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** What every {@code AbmTokenStore} must do. */
public class AbmTokenStoreContract extends StoreContract {
  private static final AbmTokenId UNKNOWN = new AbmTokenId(987654);
  private static final Instant LATER = T.plus(HOUR);

  private static NewAbmToken token(String consumerKey, byte sealed, Instant expires) {
    return new NewAbmToken(consumerKey, new byte[] {sealed}, AbmFixtures.ACCOUNT, expires);
  }

  private AbmToken renew(AbmTokenId id, NewAbmToken token) {
    return stores.abmTokens().renew(id, token, LATER, Fixtures.activity("renewed_abm_token"));
  }

  private AbmToken found(AbmTokenId id) {
    return stores.abmTokens().find(id).orElseThrow();
  }

  @Test
  public void aLoadedTokenIsDueAndWantsAllMacs() {
    AbmTokenId id = AbmFixtures.loaded(stores, "CK_1", T);
    AbmToken token = found(id);
    assertEquals("CK_1", token.consumerKey());
    assertEquals(AbmFixtures.ACCOUNT, token.account());
    assertEquals(Optional.empty(), token.defaultTeam());
    assertEquals(T, token.loadedAt());
    assertEquals(AbmSyncState.fresh(T), token.sync());
    assertArrayEquals(new byte[] {4, 2}, stores.abmTokens().sealed(id).orElseThrow());
    assertEquals(List.of("loaded_abm_token"), activities());
  }

  @Test
  public void oneTokenForEachServer() {
    AbmTokenId one = AbmFixtures.loaded(stores, "CK_1", T);
    AbmTokenId two = AbmFixtures.loaded(stores, "CK_2", T);
    assertFails("abm.token_loaded", () -> AbmFixtures.loaded(stores, "CK_1", T));
    assertFails("abm.token_loaded", () -> renew(two, token("CK_1", (byte) 1, LATER)));
    assertEquals(List.of(one, two), stores.abmTokens().list().stream().map(AbmToken::id).toList());
    assertEquals(2, activities().size());
  }

  @Test
  public void aRenewedTokenKeepsItsPlaceItsMacsAndItsCursor() {
    AbmTokenId id = AbmFixtures.loaded(stores, "CK_1", T);
    assign(stores, id, Fixtures.serial(1), T);
    AbmToken renewed = renew(id, token("CK_1", (byte) 7, LATER.plus(HOUR)));
    assertEquals(found(id), renewed);
    assertEquals(LATER.plus(HOUR), renewed.expiresAt());
    assertEquals(LATER, renewed.loadedAt());
    assertEquals(AbmFixtures.progress("c1", T), renewed.sync().progress());
    assertEquals(LATER, renewed.sync().dueAt());
    assertArrayEquals(new byte[] {7}, stores.abmTokens().sealed(id).orElseThrow());
    assertEquals(id, stores.abmDevices().assigned(Fixtures.serial(1)).orElseThrow().token());
  }

  @Test
  public void aTokenOfAnotherServerFetchesAllAnew() {
    AbmTokenId id = AbmFixtures.loaded(stores, "CK_1", T);
    assign(stores, id, Fixtures.serial(1), T);
    AbmSyncState sync = renew(id, token("CK_2", (byte) 7, LATER)).sync();
    assertEquals(Optional.empty(), sync.progress().cursor());
    assertEquals(true, sync.fullWanted());
  }

  @Test
  public void macsThatTheOtherServerDoesNotShowAreTakenBack() {
    AbmTokenId id = AbmFixtures.loaded(stores, "CK_1", T);
    mac(2);
    for (int number = 1; number <= 3; number++) {
      assign(stores, id, Fixtures.serial(number), T);
    }
    renew(id, token("CK_2", (byte) 7, LATER));
    Instant begun = LATER.plus(MINUTE);
    AbmProgress half =
        new AbmProgress(
            Optional.empty(), Optional.of(new Fetch(begun, Optional.of("f1"))), Optional.empty());
    stores.abmSync().lease(NODE, HOUR, begun);
    List<AppleDevice> shown = List.of(AbmFixtures.device(Fixtures.serial(3), T));
    take(new AbmPage(id, NODE, HOUR, shown, List.of(), half, begun.plusSeconds(1)));
    assertEquals(3, stores.abmDevices().counts(id).devices());
    AbmProgress all = half.fetched(half.fetch().orElseThrow(), "c9");
    AbmPage last = new AbmPage(id, NODE, HOUR, List.of(), List.of(), all, begun.plusSeconds(2));
    assertEquals(2, take(last).unassigned());
    assertEquals(1, stores.abmDevices().counts(id).devices());
    assertEquals(
        Map.of(MdmStatus.PENDING, 1L, MdmStatus.ON_MANUAL, 1L),
        stores.hosts().counts(TeamScope.everywhere()));
    assertEquals("Once", 0, take(last).unassigned());
  }

  private AbmChanges take(AbmPage page) {
    return stores.abmDevices().take(page);
  }

  @Test
  public void theSameServerTakesNothingBack() {
    AbmTokenId id = AbmFixtures.loaded(stores, "CK_1", T);
    assign(stores, id, Fixtures.serial(1), T);
    renew(id, token("CK_1", (byte) 7, LATER));
    assign(stores, id, Fixtures.serial(2), LATER.plus(HOUR));
    assertEquals(2, stores.abmDevices().counts(id).devices());
  }

  @Test
  public void whoIsAtItWithTheOldTokenLosesTheLease() {
    AbmTokenId id = AbmFixtures.loaded(stores, "CK_1", T);
    stores.abmSync().lease(NODE, HOUR, T);
    stores.abmSync().session(id, new byte[] {4, 2}, Optional.of(new byte[] {1}));
    renew(id, token("CK_1", (byte) 7, LATER));
    assertFails("abm.lease_lost", () -> stores.abmSync().succeeded(id, NODE, LATER, LATER));
    assertEquals(Optional.empty(), stores.abmSync().session(id));
    assertFails("abm.lease_lost", () -> stores.abmTokens().describe(id, NODE, AbmFixtures.ACCOUNT));
    stores.abmSync().session(id, new byte[] {4, 2}, Optional.of(new byte[] {2}));
    assertEquals("Of the token before", Optional.empty(), stores.abmSync().session(id));
    stores.abmSync().session(id, new byte[] {7}, Optional.of(new byte[] {3}));
    assertArrayEquals(new byte[] {3}, stores.abmSync().session(id).orElseThrow());
  }

  @Test
  public void theDefaultTeamMustExist() {
    AbmTokenId id = AbmFixtures.loaded(stores, "CK_1", T);
    assertFails(
        "organization.team_not_found",
        () -> stores.abmTokens().defaultTeam(id, Optional.of(new TeamId(99)), T, List.of()));
    assertFails(
        "abm.no_token",
        () -> stores.abmTokens().defaultTeam(UNKNOWN, Optional.empty(), T, List.of()));
  }

  @Test
  public void whatAppleSaysOfTheAccountIsTakenOver() {
    AbmTokenId id = AbmFixtures.loaded(stores, "CK_1", T);
    AppleAccount said = new AppleAccount("New name", "U", "it@b.example", "B", "2", 5000, 900);
    stores.abmSync().lease(NODE, HOUR, T);
    stores.abmTokens().describe(id, NODE, said);
    assertFails("abm.lease_lost", () -> stores.abmTokens().describe(id, "other", said));
    assertFails("abm.lease_lost", () -> stores.abmTokens().describe(UNKNOWN, NODE, said));
    assertEquals(said, found(id).account());
  }

  @Test
  public void aDeletedTokenTakesBackItsMacs() {
    AbmTokenId id = AbmFixtures.loaded(stores, "CK_1", T);
    EnrolledMac left = mac(2);
    stores.enrollments().checkOut(left.channel(), T, Fixtures.activity("mdm_unenrolled"));
    mac(3);
    for (int number = 1; number <= 3; number++) {
      assign(stores, id, Fixtures.serial(number), T);
    }
    assertEquals(2, (long) stores.hosts().counts().get(MdmStatus.PENDING));
    stores.abmTokens().delete(id, LATER, Fixtures.activity("deleted_abm_token"));
    assertEquals(
        Map.of(MdmStatus.OFF, 1L, MdmStatus.ON_MANUAL, 1L),
        stores.hosts().counts(TeamScope.everywhere()));
    assertEquals(Optional.empty(), stores.abmDevices().assigned(Fixtures.serial(3)));
    assertEquals(List.of(), stores.abmTokens().list());
    assertFails(
        Kind.NOT_FOUND,
        () -> stores.abmTokens().delete(id, LATER, Fixtures.activity("deleted_abm_token")));
    AbmFixtures.loaded(stores, "CK_1", T);
  }

  @Test
  public void anUnknownTokenIsNotFound() {
    assertEquals(Optional.empty(), stores.abmTokens().find(UNKNOWN));
    assertEquals(Optional.empty(), stores.abmTokens().sealed(UNKNOWN).map(bytes -> "some"));
    assertFails("abm.no_token", () -> renew(UNKNOWN, token("CK_1", (byte) 7, LATER)));
  }
}
