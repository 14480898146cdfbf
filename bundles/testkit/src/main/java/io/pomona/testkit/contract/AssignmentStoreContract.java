package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.PageRequest;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.abm.AssignmentFilter;
import io.pomona.api.abm.AssignmentStatus;
import io.pomona.api.abm.AssignmentStore.Outcome;
import io.pomona.api.abm.AssignmentStore.Wanted;
import io.pomona.api.abm.ProfileAssignment;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.dep.AppleDevice;
import io.pomona.protocol.dep.AssignmentResult;
import io.pomona.testkit.AbmFixtures;
import io.pomona.testkit.Fixtures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

/** What every {@code AssignmentStore} and {@code AssignmentBoard} must do. */
public class AssignmentStoreContract extends StoreContract {
  private static final Optional<TeamId> NO_TEAM = Optional.empty();
  private static final Instant LATER = T.plus(HOUR);
  private static final TeamScope ALL = TeamScope.everywhere();

  private AbmTokenId token;

  @Before
  public final void loadToken() {
    token = AbmFixtures.loaded(stores, "CK_1", T);
  }

  private void macs(String... serials) {
    Instant at = T;
    for (String serial : serials) {
      AbmFixtures.assign(stores, token, serial, at);
      at = at.plusSeconds(1);
    }
  }

  private HostId host(String serial) {
    return stores.hosts().findByIdentifier(serial, ALL).map(Host::id).orElseThrow();
  }

  private void move(Optional<TeamId> team, String serial) {
    stores.hosts().transfer(List.of(host(serial)), team, T, gone -> gone.by(Fixtures.ADMIN));
  }

  private List<Wanted> wanted(Instant now) {
    return stores.assignments().wanted(token, now, 100);
  }

  private List<String> serials(Instant now) {
    return wanted(now).stream().map(Wanted::serialNumber).toList();
  }

  private void outcome(AssignmentResult result, Instant again, String... serials) {
    String detail = result == AssignmentResult.SUCCESS ? "" : "Apple said " + result;
    stores
        .assignments()
        .record(token, List.of(new Outcome("UUID-A", result, List.of(serials), detail, again)), T);
  }

  private List<ProfileAssignment> board(AssignmentStatus... statuses) {
    return stores
        .assignmentBoard()
        .list(AssignmentFilter.of(ALL, Set.of(statuses)), PageRequest.first(100));
  }

  private AssignmentStatus status(String serial) {
    return board().stream()
        .filter(row -> row.serialNumber().equals(serial))
        .map(ProfileAssignment::status)
        .findFirst()
        .orElseThrow();
  }

  @Test
  public void newMacsAreWantedThoseAssignedLastFirst() {
    macs("A1", "A2", "A3");
    assertEquals(List.of(), stores.assignments().due(T));
    stores.assignments().want(Map.of(NO_TEAM, "hash-a"));
    assertEquals(List.of(token), stores.assignments().due(T));
    assertEquals(List.of("A3", "A2", "A1"), serials(T));
    assertEquals(1, stores.assignments().wanted(token, T, 1).size());
    assertEquals(new Wanted("A3", "hash-a", Optional.empty()), wanted(T).get(0));
    stores.assignments().defined(token, "hash-a", Optional.of("UUID-A"));
    assertEquals(new Wanted("A3", "hash-a", Optional.of("UUID-A")), wanted(T).get(0));
    stores.assignments().defined(token, "hash-a", Optional.empty());
    assertEquals(Optional.empty(), wanted(T).get(0).profileUuid());
  }

  @Test
  public void whatWentWellIsWantedNoMore() {
    macs("A1", "A2");
    stores.assignments().want(Map.of(NO_TEAM, "hash-a"));
    stores.assignments().defined(token, "hash-a", Optional.of("UUID-A"));
    outcome(AssignmentResult.SUCCESS, Instant.EPOCH, "A1");
    assertEquals(List.of("A2"), serials(T));
    assertEquals(AssignmentStatus.ASSIGNED, status("A1"));
    assertEquals(AssignmentStatus.PENDING, status("A2"));
    assertEquals(
        Optional.of("UUID-A"), stores.abmDevices().assigned("A1").orElseThrow().profileUuid());
    outcome(AssignmentResult.SUCCESS, Instant.EPOCH, "A2");
    assertEquals(List.of(), stores.assignments().due(T));
  }

  @Test
  public void aMacThatMovesOrWhoseTeamWantsAnotherIsWantedAnew() {
    Optional<TeamId> sales = Optional.of(team("Sales"));
    macs("A1", "A2");
    stores.assignments().want(Map.of(NO_TEAM, "hash-a", sales, "hash-b"));
    stores.assignments().defined(token, "hash-a", Optional.of("UUID-A"));
    outcome(AssignmentResult.SUCCESS, Instant.EPOCH, "A1", "A2");
    move(sales, "A1");
    assertEquals(List.of(new Wanted("A1", "hash-b", Optional.empty())), wanted(T));
    stores.assignments().want(Map.of(NO_TEAM, "hash-c", sales, "hash-a"));
    assertEquals(List.of(new Wanted("A2", "hash-c", Optional.empty())), wanted(T));
    stores.assignments().want(Map.of(sales, "hash-a"));
    assertEquals("Nothing is known of no team", List.of(), wanted(T));
  }

  @Test
  public void whatWentWrongIsWaitedWith() {
    macs("A1", "A2", "A3");
    stores.assignments().want(Map.of(NO_TEAM, "hash-a"));
    outcome(AssignmentResult.FAILED, LATER, "A1");
    outcome(AssignmentResult.THROTTLED, LATER.plus(HOUR), "A2");
    outcome(AssignmentResult.NOT_ACCESSIBLE, LATER, "A3");
    assertEquals(List.of(), serials(LATER.minusSeconds(1)));
    assertEquals(List.of("A3", "A1"), serials(LATER));
    outcome(AssignmentResult.FAILED, LATER.plus(HOUR), "A1");
    ProfileAssignment failed = board(AssignmentStatus.FAILED).get(0);
    assertEquals(host("A1"), failed.host());
    assertEquals("Apple said FAILED", failed.detail());
    assertEquals(2, failed.attempts());
    assertEquals(Optional.of(T), failed.triedAt());
    assertEquals(Optional.of(LATER.plus(HOUR)), failed.againAt());
    assertEquals(
        Map.of(
            AssignmentStatus.FAILED,
            1L,
            AssignmentStatus.THROTTLED,
            1L,
            AssignmentStatus.NOT_ACCESSIBLE,
            1L),
        stores.assignmentBoard().counts(ALL));
  }

  @Test
  public void wellEndsWhatWentWrong() {
    macs("A1");
    stores.assignments().want(Map.of(NO_TEAM, "hash-a"));
    stores.assignments().defined(token, "hash-a", Optional.of("UUID-A"));
    outcome(AssignmentResult.FAILED, LATER, "A1");
    outcome(AssignmentResult.SUCCESS, Instant.EPOCH, "A1");
    ProfileAssignment row = board().get(0);
    assertEquals(AssignmentStatus.ASSIGNED, row.status());
    assertEquals("", row.detail());
    assertEquals(0, row.attempts());
    assertEquals(Optional.empty(), row.againAt());
  }

  @Test
  public void aProfileThatAppleDoesNotTakeIsToldOfItsMacs() {
    macs("A1");
    stores.assignments().want(Map.of(NO_TEAM, "hash-a"));
    stores.assignments().refused(token, "hash-a", "Apple does not take it.", LATER);
    assertEquals(List.of(), serials(T));
    ProfileAssignment row = board().get(0);
    assertEquals(AssignmentStatus.FAILED, row.status());
    assertEquals("Apple does not take it.", row.detail());
    assertEquals(Optional.of(LATER), row.againAt());
    assertEquals(List.of("A1"), serials(LATER));
    stores.assignments().want(Map.of(NO_TEAM, "hash-b"));
    assertEquals(List.of("A1"), serials(T));
    assertEquals(AssignmentStatus.PENDING, status("A1"));
  }

  @Test
  public void waitingEndsWhenSomebodyAsks() {
    macs("A1", "A2", "A3");
    stores.assignments().want(Map.of(NO_TEAM, "hash-a"));
    stores.assignments().defined(token, "hash-a", Optional.of("UUID-A"));
    outcome(AssignmentResult.FAILED, LATER, "A1");
    outcome(AssignmentResult.SUCCESS, Instant.EPOCH, "A2", "A3");
    AssignmentFilter two = AssignmentFilter.of(ALL, Optional.of(Set.of(host("A1"), host("A2"))));
    int again =
        stores
            .assignmentBoard()
            .again(two, T, rows -> List.of(Fixtures.activity("reassigned_setup_profile")));
    assertEquals(2, again);
    assertEquals(List.of("A2", "A1"), serials(T));
    assertEquals("reassigned_setup_profile", activities().get(0));
    outcome(AssignmentResult.SUCCESS, Instant.EPOCH, "A1", "A2");
    assertEquals(List.of(), serials(T));
    AssignmentFilter none = AssignmentFilter.of(ALL, Set.of(AssignmentStatus.FAILED));
    assertEquals(0, stores.assignmentBoard().again(none, T, rows -> List.of()));
  }

  @Test
  public void listsAreOfSomeTeamsAndInPages() {
    Optional<TeamId> sales = Optional.of(team("Sales"));
    macs("A1", "A2", "A3");
    move(sales, "A2");
    stores.assignments().want(Map.of(NO_TEAM, "hash-a", sales, "hash-a"));
    AssignmentFilter ofSales = AssignmentFilter.of(TeamScope.of(sales), Set.of());
    List<ProfileAssignment> found = stores.assignmentBoard().list(ofSales, PageRequest.first(10));
    assertEquals(List.of("A2"), found.stream().map(ProfileAssignment::serialNumber).toList());
    assertEquals(sales, found.get(0).team());
    assertEquals(
        Map.of(AssignmentStatus.PENDING, 2L),
        stores.assignmentBoard().counts(TeamScope.of(NO_TEAM)));
    AssignmentFilter all = AssignmentFilter.of(ALL, Set.of());
    assertEquals(2, stores.assignmentBoard().list(all, new PageRequest(0, 1, 2)).size());
    long first = host("A1").value();
    assertEquals(
        List.of(host("A2"), host("A3")),
        stores.assignmentBoard().list(all, new PageRequest(first, 0, 9)).stream()
            .map(ProfileAssignment::host)
            .toList());
  }

  @Test
  public void oneNodeAtATimeAssigns() {
    assertTrue(stores.assignments().lease(token, "node-1", T.plus(MINUTE), T));
    assertTrue(stores.assignments().lease(token, "node-1", T.plus(MINUTE), T));
    assertFalse(stores.assignments().lease(token, "node-2", T.plus(MINUTE), T));
    stores.assignments().release(token, "node-2", LATER);
    stores.assignments().release(token, "node-1", Instant.EPOCH);
    assertTrue(stores.assignments().lease(token, "node-2", T.plus(MINUTE), T));
    assertTrue(stores.assignments().lease(token, "node-1", T.plus(HOUR), T.plus(MINUTE)));
    stores.assignments().release(token, "node-1", LATER);
    assertFalse(stores.assignments().lease(token, "node-1", LATER, T.plus(MINUTE)));
    assertTrue(stores.assignments().lease(token, "node-1", LATER.plus(HOUR), LATER));
    assertFalse(stores.assignments().lease(new AbmTokenId(99), "node-1", LATER, T));
  }

  @Test
  public void aMacThatComesBackIsStillWaitedWith() {
    macs("A1");
    stores.assignments().want(Map.of(NO_TEAM, "hash-a"));
    outcome(AssignmentResult.THROTTLED, LATER, "A1");
    AbmFixtures.unassign(stores, token, "A1", T.plus(MINUTE));
    assertEquals(List.of(), board());
    AbmFixtures.assign(stores, token, "A1", T.plus(MINUTE).plusSeconds(1));
    assertEquals(List.of(), serials(T.plus(MINUTE).plusSeconds(2)));
    assertEquals(AssignmentStatus.THROTTLED, status("A1"));
  }

  @Test
  public void whatIsGoneIsForgottenOnceNothingIsWaitedFor() {
    macs("A1", "A2");
    stores.assignments().want(Map.of(NO_TEAM, "hash-a"));
    outcome(AssignmentResult.FAILED, LATER, "A1", "A2");
    AbmFixtures.unassign(stores, token, "A1", T.plus(MINUTE));
    stores.assignments().purge(LATER.minusSeconds(1));
    AbmFixtures.assign(stores, token, "A1", T.plus(MINUTE).plusSeconds(1));
    assertEquals("Still waited with", AssignmentStatus.FAILED, status("A1"));
    AbmFixtures.unassign(stores, token, "A1", T.plus(MINUTE).plusSeconds(2));
    stores.assignments().purge(LATER);
    AbmFixtures.assign(stores, token, "A1", T.plus(MINUTE).plusSeconds(3));
    assertEquals("Forgotten", AssignmentStatus.PENDING, status("A1"));
    assertEquals("There", AssignmentStatus.FAILED, status("A2"));
  }

  @Test
  public void aProfileThatNobodyWantsIsForgotten() {
    macs("A1");
    stores.assignments().want(Map.of(NO_TEAM, "hash-a"));
    stores.assignments().defined(token, "hash-a", Optional.of("UUID-A"));
    stores.assignments().defined(token, "hash-b", Optional.of("UUID-B"));
    stores.assignments().purge(T);
    assertEquals(Optional.of("UUID-A"), wanted(T).get(0).profileUuid());
    stores.assignments().want(Map.of(NO_TEAM, "hash-b"));
    assertEquals(Optional.empty(), wanted(T).get(0).profileUuid());
  }

  @Test
  public void aPageFromBeforeTheAssignmentUndoesNothing() {
    macs("A1");
    stores.assignments().want(Map.of(NO_TEAM, "hash-a"));
    stores.assignments().defined(token, "hash-a", Optional.of("UUID-A"));
    outcome(AssignmentResult.SUCCESS, Instant.EPOCH, "A1");
    AppleDevice before = AbmFixtures.device("A1", T);
    AbmFixtures.take(stores, token, List.of(before), List.of(), T.plusSeconds(5));
    assertEquals(List.of(), serials(LATER));
    assertEquals(AssignmentStatus.ASSIGNED, status("A1"));
    AbmFixtures.take(stores, token, List.of(before), List.of(), T.plus(HOUR));
    assertEquals(List.of("A1"), serials(LATER));
  }
}
