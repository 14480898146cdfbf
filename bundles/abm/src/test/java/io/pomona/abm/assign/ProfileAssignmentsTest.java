package io.pomona.abm.assign;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.abm.apple.AppleRefusal;
import io.pomona.abm.apple.AppleRefusal.Kind;
import io.pomona.abm.assign.ScriptedApple.Call;
import io.pomona.abm.assistant.SetupAssistants;
import io.pomona.abm.assistant.WantedProfiles;
import io.pomona.api.PageRequest;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.abm.AssignmentFilter;
import io.pomona.api.abm.AssignmentStatus;
import io.pomona.api.abm.ProfileAssignment;
import io.pomona.api.abm.SetupSettings;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.dep.AppleDevice;
import io.pomona.protocol.dep.AssignmentResult;
import io.pomona.testkit.AbmFixtures;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;

public class ProfileAssignmentsTest {
  private static final Optional<TeamId> NO_TEAM = Optional.empty();
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final ScriptedApple apple = new ScriptedApple();
  private final SetupAssistants assistants =
      new SetupAssistants(
          stores.setupAssistants(), stores.teams(), FakeAccess.allowingAll(), () -> {}, clock);
  private final ProfileAssignments assignments = node();
  private AbmTokenId token;

  private ProfileAssignments node() {
    return new ProfileAssignments(
        stores.assignments(),
        stores.abmTokens(),
        new WantedProfiles(
            stores.setupAssistants(),
            stores.setupSettings(),
            stores.agreements(),
            stores.organization(),
            stores.teams(),
            List::of),
        apple,
        new Waits(HOUR, DAY),
        clock);
  }

  @Before
  public void aToken() {
    Fixtures.setUp(stores.users());
    token = AbmFixtures.loaded(stores, "CK_1", clock.instant());
  }

  private void macs(String... serials) {
    Instant now = clock.instant();
    List<AppleDevice> devices =
        IntStream.range(0, serials.length)
            .mapToObj(i -> AbmFixtures.device(serials[i], now.plusSeconds(i)))
            .toList();
    AbmFixtures.take(stores, token, devices, List.of(), now);
  }

  private HostId host(String serial) {
    return stores
        .hosts()
        .findByIdentifier(serial, TeamScope.everywhere())
        .map(Host::id)
        .orElseThrow();
  }

  private Optional<TeamId> team(String name, String profile) {
    Optional<TeamId> team =
        Optional.of(
            stores
                .teams()
                .create(
                    new NewTeam(name, ""),
                    clock.instant(),
                    made -> Fixtures.activity("created_team"))
                .id());
    upload(team, profile);
    return team;
  }

  private void upload(Optional<TeamId> team, String profile) {
    assistants.upload(Actor.system(), team, "a.json", Map.of("profile_name", profile));
  }

  private void move(String serial, Optional<TeamId> team) {
    stores
        .hosts()
        .transfer(List.of(host(serial)), team, clock.instant(), gone -> gone.by(Fixtures.ADMIN));
  }

  private ProfileAssignment row(String serial) {
    return stores
        .assignmentBoard()
        .list(
            AssignmentFilter.of(TeamScope.everywhere(), Optional.of(Set.of(host(serial)))),
            PageRequest.first(1))
        .get(0);
  }

  private static AppleRefusal refusal(Kind kind) {
    return new AppleRefusal(kind, "WORD", Optional.empty());
  }

  @Test
  public void aMacGetsTheProfileOfItsTeamDefinedOnce() {
    Optional<TeamId> sales = team("Sales", "For sales");
    macs("A1", "A2", "A3");
    move("A2", sales);
    assignments.assign();
    assertEquals(2, apple.defined.size());
    assertEquals(
        List.of(new Call("UUID-1", List.of("A3", "A1")), new Call("UUID-2", List.of("A2"))),
        apple.calls);
    assertTrue(apple.defined.get(0).contains("Pomona automatic enrollment"));
    assertTrue(apple.defined.get(1).contains("For sales"));
    assertTrue(
        apple.defined.get(1).contains("\"url\":\"https://mdm.example.com/mdm/apple/enroll\""));
    assertEquals(AssignmentStatus.ASSIGNED, row("A2").status());
    assignments.assign();
    assertEquals("All is told", 2, apple.calls.size());
  }

  @Test
  public void whateverMakesAnotherProfileWantedHealsByTheSameLook() {
    Optional<TeamId> sales = team("Sales", "For sales");
    macs("A1");
    assignments.assign();
    move("A1", sales);
    assignments.assign();
    upload(sales, "For sales, better");
    assignments.assign();
    stores
        .organization()
        .change(
            old -> new OrganizationSettings("Acme", "https://new.example.com"),
            (before, after) -> Fixtures.activity("edited_organization"));
    assignments.assign();
    stores.setupSettings().put(sales, new SetupSettings(true, false), List.of());
    assignments.assign();
    assistants.delete(Actor.system(), sales);
    assignments.assign();
    assertEquals(
        List.of("UUID-1", "UUID-2", "UUID-3", "UUID-4", "UUID-5", "UUID-6"),
        apple.calls.stream().map(Call::profileUuid).toList());
    assertTrue(apple.defined.get(3).contains("https://new.example.com/mdm/apple/enroll\""));
    assertTrue(
        apple
            .defined
            .get(4)
            .contains(
                "\"configuration_web_url\":\"https://new.example.com/mdm/apple/enroll/web\""));
    assertNotEquals(apple.defined.get(0), apple.defined.get(5));
  }

  @Test
  public void manyGoInChunksThoseAssignedLastFirst() {
    String[] serials =
        IntStream.range(0, 2_500).mapToObj(i -> String.format("C%05d", i)).toArray(String[]::new);
    macs(serials);
    assignments.assign();
    assertEquals(
        List.of(1_000, 1_000, 500), apple.calls.stream().map(c -> c.serials().size()).toList());
    assertEquals("C02499", apple.calls.get(0).serials().get(0));
    assertEquals(1, apple.defined.size());
  }

  @Test
  public void whatWentWrongIsToldAndWaitedWith() {
    macs("A1", "A2", "A3", "A4", "A5");
    apple.results.put("A1", AssignmentResult.FAILED);
    apple.results.put("A2", AssignmentResult.NOT_ACCESSIBLE);
    apple.results.put("A3", AssignmentResult.THROTTLED);
    apple.leftOut.add("A4");
    assignments.assign();
    assertEquals(AssignmentStatus.FAILED, row("A1").status());
    assertEquals(Optional.of(clock.instant().plus(HOUR)), row("A1").againAt());
    assertEquals(AssignmentStatus.NOT_ACCESSIBLE, row("A2").status());
    assertEquals(AssignmentStatus.THROTTLED, row("A3").status());
    assertEquals(Optional.of(clock.instant().plus(DAY)), row("A3").againAt());
    assertEquals(AssignmentWords.LEFT_OUT, row("A4").detail());
    assertEquals(AssignmentStatus.ASSIGNED, row("A5").status());
    assignments.assign();
    assertEquals(1, apple.calls.size());
    apple.results.clear();
    apple.leftOut.clear();
    clock.advance(HOUR);
    assignments.assign();
    assertEquals(List.of("A4", "A2", "A1"), apple.calls.get(1).serials());
    clock.advance(DAY);
    assignments.assign();
    assertEquals(List.of("A3"), apple.calls.get(2).serials());
    assertEquals(AssignmentStatus.ASSIGNED, row("A3").status());
  }

  @Test
  public void appleSaysHowLongItIsThrottled() {
    macs("A1");
    apple.results.put("A1", AssignmentResult.THROTTLED);
    apple.retryAfter = Optional.of(Duration.ofMinutes(7));
    assignments.assign();
    assertEquals(Optional.of(clock.instant().plusSeconds(420)), row("A1").againAt());
  }

  @Test
  public void aProfileThatAppleHasForgottenIsDefinedAnew() {
    macs("A1");
    apple.refusals.add(refusal(Kind.PROFILE_NOT_FOUND));
    assignments.assign();
    assertEquals(List.of("UUID-1", "UUID-2"), apple.calls.stream().map(Call::profileUuid).toList());
    assertEquals(Optional.of("UUID-2"), row("A1").profileUuid());
  }

  @Test
  public void aProfileThatAppleDoesNotTakeIsToldAndAnotherIsTriedAtOnce() {
    macs("A1");
    apple.definitionRefusals.add(refusal(Kind.BAD_REQUEST));
    assignments.assign();
    assertEquals(List.of(), apple.calls);
    assertEquals(AssignmentStatus.FAILED, row("A1").status());
    assertTrue(row("A1").detail(), row("A1").detail().contains("WORD"));
    assignments.assign();
    assertEquals(List.of(), apple.defined);
    upload(NO_TEAM, "A better one");
    assignments.assign();
    assertEquals(AssignmentStatus.ASSIGNED, row("A1").status());
  }

  @Test
  public void aRefusedCallIsTheMacsTrouble() {
    macs("A1");
    apple.refusals.add(refusal(Kind.BAD_REQUEST));
    assignments.assign();
    assertEquals(AssignmentStatus.FAILED, row("A1").status());
    assertTrue(row("A1").detail(), row("A1").detail().contains("WORD"));
  }

  @Test
  public void whenAppleTakesNoCallsAllWaitsAndNothingIsLost() {
    macs("A1");
    for (Kind kind : List.of(Kind.UNAVAILABLE, Kind.TERMS_NOT_SIGNED, Kind.TOKEN_REJECTED)) {
      apple.refusals.add(refusal(kind));
      assignments.assign();
      int calls = apple.calls.size();
      assertEquals(AssignmentStatus.PENDING, row("A1").status());
      assignments.assign();
      assertEquals(calls, apple.calls.size());
      clock.advance(Duration.ofMinutes(5));
    }
    apple.refusals.add(
        new AppleRefusal(Kind.THROTTLED, "WORD", Optional.of(Duration.ofMinutes(30))));
    assignments.assign();
    clock.advance(Duration.ofMinutes(29));
    assignments.assign();
    assertEquals(AssignmentStatus.PENDING, row("A1").status());
    clock.advance(Duration.ofMinutes(1));
    assignments.assign();
    assertEquals(AssignmentStatus.ASSIGNED, row("A1").status());
  }

  @Test
  public void oneNodeAtATimeAssigns() {
    macs("A1");
    Instant now = clock.instant();
    stores.assignments().lease(token, "another node", now.plus(ProfileAssignments.LEASE), now);
    assignments.assign();
    assertEquals(List.of(), apple.calls);
    clock.advance(ProfileAssignments.LEASE);
    node().assign();
    assertEquals(1, apple.calls.size());
  }

  @Test
  public void somebodyMayAskForALook() {
    macs("A1");
    assignments.ifAsked();
    assertEquals(List.of(), apple.calls);
    assignments.soon();
    assignments.ifAsked();
    assignments.ifAsked();
    assertEquals(1, apple.calls.size());
  }

  @Test
  public void waitingEndsWhenAPersonAsks() {
    macs("A1", "A2");
    apple.results.put("A1", AssignmentResult.THROTTLED);
    assignments.assign();
    AssignmentDesk desk =
        new AssignmentDesk(stores.assignmentBoard(), assignments, FakeAccess.allowingAll());
    apple.results.clear();
    assertEquals(1, desk.againAllFailed(Fixtures.ADMIN, TeamScope.everywhere()));
    assignments.ifAsked();
    assertEquals(List.of("A1"), apple.calls.get(1).serials());
    assertEquals(0, desk.againAllFailed(Fixtures.ADMIN, TeamScope.everywhere()));
    assertEquals(1, desk.again(Fixtures.ADMIN, List.of(host("A2"))));
    assignments.ifAsked();
    assertEquals("Also one that has it", List.of("A2"), apple.calls.get(2).serials());
  }
}
