package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.enrollment.Migration;
import io.pomona.api.enrollment.MigrationChange;
import io.pomona.api.enrollment.MigrationCounts;
import io.pomona.api.enrollment.MigrationEdit;
import io.pomona.api.enrollment.MigrationFilter;
import io.pomona.api.enrollment.MigrationMarks;
import io.pomona.api.enrollment.MigrationMarks.Answer;
import io.pomona.api.enrollment.MigrationMarks.Mark;
import io.pomona.api.enrollment.MigrationMarks.Question;
import io.pomona.api.enrollment.MigrationMarks.Way;
import io.pomona.api.enrollment.MigrationState;
import io.pomona.api.enrollment.MigrationStep;
import io.pomona.api.enrollment.MigrationStore;
import io.pomona.api.enrollment.NewMigration;
import io.pomona.api.escrow.EncryptionReport;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.Test;

/** What every {@code MigrationStore} must do. */
public class MigrationStoreContract extends StoreContract {
  private static final MigrationChange SAID =
      new MigrationChange(
          Optional.of("Old Orchard"),
          Optional.of(Way.MANUAL),
          Optional.of(true),
          Optional.of(true),
          Optional.of(Answer.YES),
          Optional.of(Answer.NO),
          Optional.empty());

  private MigrationStore store() {
    return stores.migrations();
  }

  private static MigrationEdit edit(MigrationChange change, Instant at) {
    return edit(change, at, TeamScope.everywhere(), "edited_migration");
  }

  private static MigrationEdit edit(
      MigrationChange change, Instant at, TeamScope within, String type) {
    return new MigrationEdit(change, "Ada", at, within, hosts -> told(type, hosts));
  }

  private static ActivityDraft told(String type, List<Host> hosts) {
    return Fixtures.activity(type)
        .with("host_ids", hosts.stream().map(host -> host.id().value()).toList());
  }

  private HostId added(int number, MigrationChange change) {
    store()
        .add(
            List.of(new NewMigration(Fixtures.serial(number), change)),
            Optional.empty(),
            edit(MigrationChange.NONE, T, TeamScope.everywhere(), "added_to_migration"));
    return stores
        .hosts()
        .findByIdentifier(Fixtures.serial(number), TeamScope.everywhere())
        .orElseThrow()
        .id();
  }

  private Migration found(HostId host) {
    return store().find(host).orElseThrow();
  }

  private MigrationState state(HostId host, MigrationStep step) {
    return found(host).state(step);
  }

  private static MigrationFilter at(MigrationStep step, MigrationState... states) {
    return new MigrationFilter(
        "", Optional.of(step), Set.of(states), Optional.empty(), false, TeamScope.everywhere());
  }

  private static MigrationFilter done(boolean done) {
    return new MigrationFilter(
        "", Optional.empty(), Set.of(), Optional.of(done), false, TeamScope.everywhere());
  }

  private List<HostId> listed(MigrationFilter filter) {
    List<HostId> ids =
        store().list(filter, PageRequest.first(100)).stream().map(mac -> mac.host().id()).toList();
    assertEquals(ids.size(), store().count(filter));
    assertEquals(ids.size(), store().counts(filter).total());
    return ids;
  }

  @Test
  public void aMacThatNobodyKnowsIsMadeWithItsMdmOff() {
    TeamId team =
        stores
            .teams()
            .create(new NewTeam("Pears", ""), T, id -> Fixtures.activity("created_team"))
            .id();
    Set<String> made =
        store()
            .add(
                List.of(
                    new NewMigration(Fixtures.serial(1), SAID),
                    new NewMigration(Fixtures.serial(2), MigrationChange.NONE)),
                Optional.of(team),
                edit(MigrationChange.NONE, T, TeamScope.everywhere(), "added_to_migration"));
    assertEquals(Set.of(Fixtures.serial(1), Fixtures.serial(2)), made);
    Migration mac = store().list(MigrationFilter.all(), PageRequest.first(1)).get(0);
    assertEquals(MdmStatus.OFF, mac.host().mdm());
    assertEquals(Optional.of(team), mac.host().team());
    Optional<Mark> mark = Optional.of(new Mark(T, "Ada"));
    assertEquals(
        new MigrationMarks(
            "Old Orchard", Way.MANUAL, mark, mark, Answer.YES, Answer.NO, answered(mark.get())),
        mac.marks());
    assertEquals(T, mac.addedAt());
    assertEquals(List.of("added_to_migration", "created_team"), activities());
    assertEquals(
        1,
        listed(
                new MigrationFilter(
                    Fixtures.serial(2).toLowerCase(),
                    Optional.empty(),
                    Set.of(),
                    Optional.empty(),
                    false,
                    TeamScope.of(Optional.of(team))))
            .size());
    assertEquals(List.of(), listed(MigrationFilter.all().within(TeamScope.of(Optional.empty()))));
  }

  private static Map<Question, Mark> answered(Mark mark) {
    Map<Question, Mark> answered = new EnumMap<>(Question.class);
    for (Question question : Question.values()) {
      answered.put(question, mark);
    }
    return answered;
  }

  @Test
  public void anAnswerHasWhenAndByWhomUntilAnotherIsGiven() {
    HostId host = added(1, SAID);
    MigrationChange otherwise =
        new MigrationChange(
            Optional.of("Older Orchard"),
            Optional.of(Way.MANUAL),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Answer.UNKNOWN),
            Optional.empty());
    store().mark(List.of(host), edit(otherwise, T.plus(HOUR)));
    Mark first = new Mark(T, "Ada");
    assertEquals(
        Map.of(
            Question.OLD_MDM,
            new Mark(T.plus(HOUR), "Ada"),
            Question.WAY,
            first,
            Question.USER_IS_ADMIN,
            first),
        found(host).marks().answered());
  }

  @Test
  public void aMacThatIsKnownStaysTheSameHost() {
    EnrolledMac mac = mac(1);
    assertEquals(mac.host(), added(1, MigrationChange.NONE));
    assertEquals(MigrationMarks.NONE, found(mac.host()).marks());
    assertEquals(mac.host(), added(1, SAID));
    assertEquals("Old Orchard", found(mac.host()).marks().oldMdm());
    assertEquals(List.of(mac.host()), listed(MigrationFilter.all()));
  }

  @Test
  public void filesWithTheSameMacsAtTheSameMomentMakeEachOfThemOnce() throws Exception {
    List<NewMigration> file =
        IntStream.range(0, 300).mapToObj(i -> new NewMigration(Fixtures.serial(i), SAID)).toList();
    MigrationEdit edit = edit(MigrationChange.NONE, T);
    List<Set<String>> made = Race.of(4, i -> () -> store().add(file, Optional.empty(), edit));
    assertEquals(300, stores.hosts().count(HostFilter.all()));
    assertEquals(300, store().count(MigrationFilter.all()));
    assertEquals(300, made.stream().mapToInt(Set::size).sum());
  }

  @Test
  public void marksAreKeptUntilTheyAreTakenBack() {
    HostId host = added(1, SAID);
    assertEquals(1, store().mark(List.of(host, new HostId(4711)), edit(SAID, T.plus(HOUR))));
    assertEquals(Optional.of(new Mark(T, "Ada")), found(host).marks().userTold());
    store().mark(List.of(host), edit(MigrationChange.told(), T.plus(HOUR)));
    assertEquals("Old Orchard", found(host).marks().oldMdm());
    MigrationChange back =
        new MigrationChange(
            Optional.of(""),
            Optional.of(Way.UNKNOWN),
            Optional.of(false),
            Optional.of(false),
            Optional.of(Answer.UNKNOWN),
            Optional.of(Answer.UNKNOWN),
            Optional.of(false));
    store().mark(List.of(host), edit(back, T.plus(HOUR)));
    assertEquals(MigrationMarks.NONE, found(host).marks());
    HostId other = mac(2).host();
    assertEquals(0, store().mark(List.of(other), edit(SAID, T)));
    assertEquals(Optional.empty(), store().find(other));
    assertEquals(1, store().put(List.of(other), edit(SAID, T)));
    assertEquals("Old Orchard", found(other).marks().oldMdm());
  }

  @Test
  public void stepsFollowFromMarksBeforeItEnrolls() {
    HostId host = added(1, MigrationChange.NONE);
    for (MigrationStep step : MigrationStep.values()) {
      assertEquals(step.label(), MigrationState.OPEN, state(host, step));
    }
    store().mark(List.of(host), edit(SAID, T));
    assertEquals(MigrationState.DONE, state(host, MigrationStep.LEFT_OLD_MDM));
    assertEquals(MigrationState.NOT_NEEDED, state(host, MigrationStep.ASSIGNED));
    assertEquals(MigrationState.DONE, state(host, MigrationStep.USER_TOLD));
    assertEquals(MigrationState.DONE, state(host, MigrationStep.USER_ADMIN));
    assertEquals(MigrationState.BLOCKED, state(host, MigrationStep.ACTIVATION_LOCK_OFF));
    assertEquals(MigrationState.OPEN, state(host, MigrationStep.ENROLLED));
    assertEquals(MigrationState.OPEN, state(host, MigrationStep.KEY_ESCROWED));
    assertFalse(found(host).isDone());
    assertEquals(
        List.of(host), listed(at(MigrationStep.ACTIVATION_LOCK_OFF, MigrationState.BLOCKED)));
    assertEquals(List.of(), listed(at(MigrationStep.USER_TOLD, MigrationState.OPEN)));
  }

  @Test
  public void factsCountOnceItIsEnrolled() {
    HostId host = added(1, MigrationChange.NONE);
    EnrolledMac mac = mac(1);
    assertEquals(host, mac.host());
    assertEquals(MigrationState.DONE, state(host, MigrationStep.LEFT_OLD_MDM));
    assertEquals(MigrationState.NOT_NEEDED, state(host, MigrationStep.ASSIGNED));
    assertEquals(MigrationState.NOT_NEEDED, state(host, MigrationStep.USER_TOLD));
    assertEquals(MigrationState.NOT_NEEDED, state(host, MigrationStep.USER_ADMIN));
    assertEquals(MigrationState.DONE, state(host, MigrationStep.ENROLLED));
    assertEquals(MigrationState.OPEN, state(host, MigrationStep.ACTIVATION_LOCK_OFF));
    assertFalse(found(host).reported().lock());
    reports(mac, true);
    assertTrue(found(host).reported().lock());
    assertEquals(MigrationState.BLOCKED, state(host, MigrationStep.ACTIVATION_LOCK_OFF));
    reports(mac, false);
    assertEquals(MigrationState.DONE, state(host, MigrationStep.ACTIVATION_LOCK_OFF));
    stores.enrollments().checkOut(mac.channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertEquals(MigrationState.OPEN, state(host, MigrationStep.ACTIVATION_LOCK_OFF));
    assertEquals(MigrationState.OPEN, state(host, MigrationStep.ENROLLED));
  }

  private void reports(EnrolledMac mac, boolean locked) {
    PlistDict said = PlistDict.of().with("IsActivationLockEnabled", locked);
    stores
        .hosts()
        .report(
            mac.channel(),
            Optional.of(Fixtures.facts(1)),
            new HostInventory(Optional.of(said), Optional.empty()),
            T);
  }

  @Test
  public void itIsDoneOnceItsDiskCanBeOpened() {
    HostId host = added(1, MigrationChange.NONE);
    HostId other = added(2, MigrationChange.NONE);
    mac(1);
    EncryptedMac mac = new EncryptedMac(stores, host);
    assertEquals(MigrationState.OPEN, state(host, MigrationStep.KEY_ESCROWED));
    mac.says(true, EncryptionReport.Key.UNREADABLE, T);
    assertEquals(MigrationState.BLOCKED, state(host, MigrationStep.KEY_ESCROWED));
    assertEquals(List.of(host, other), listed(done(false)));
    mac.says(true, EncryptionReport.Key.OPENS, T.plus(MINUTE));
    assertEquals(MigrationState.DONE, state(host, MigrationStep.KEY_ESCROWED));
    assertTrue(found(host).isDone());
    assertEquals(List.of(host), listed(done(true)));
    mac.says(false, EncryptionReport.Key.NONE, T.plus(HOUR));
    assertEquals(MigrationState.NOT_NEEDED, state(host, MigrationStep.KEY_ESCROWED));
    assertTrue(found(host).reported().unencrypted());
    MigrationCounts counts = store().counts(MigrationFilter.all());
    assertEquals(2, counts.total());
    assertEquals(1, counts.done());
    assertEquals(
        Map.of(MigrationState.DONE, 1L, MigrationState.OPEN, 1L),
        counts.steps().get(MigrationStep.ENROLLED));
  }

  @Test
  public void itIsNotDoneWhileItsDiskIsToBeEncrypted() {
    HostId host = added(1, MigrationChange.NONE);
    mac(1);
    new EncryptedMac(stores, host).says(false, EncryptionReport.Key.NONE, T);
    assertEquals(List.of(host), listed(done(true)));
    stores
        .diskEncryptions()
        .put(Optional.empty(), true, Fixtures.activity("enabled_macos_disk_encryption"), T);
    assertEquals(MigrationState.OPEN, state(host, MigrationStep.KEY_ESCROWED));
    assertFalse(found(host).isDone());
    assertEquals(List.of(host), listed(done(false)));
    assertEquals(List.of(host), listed(at(MigrationStep.KEY_ESCROWED, MigrationState.OPEN)));
    TeamId team =
        stores
            .teams()
            .create(new NewTeam("Plums", ""), T, id -> Fixtures.activity("created_team"))
            .id();
    stores.hosts().transfer(List.of(host), Optional.of(team), T, move -> move.by(Fixtures.ADMIN));
    assertEquals(
        "its team requires nothing",
        MigrationState.NOT_NEEDED,
        state(host, MigrationStep.KEY_ESCROWED));
  }

  @Test
  public void whatIsArchivedIsOffTheBoardAndComesBack() {
    HostId host = added(1, SAID);
    MigrationChange archive =
        new MigrationChange(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(true));
    store().mark(List.of(host), edit(archive, T.plus(HOUR)));
    assertEquals(List.of(), listed(MigrationFilter.all()));
    assertEquals(Optional.of(T.plus(HOUR)), found(host).archivedAt());
    MigrationFilter archived =
        new MigrationFilter(
            "", Optional.empty(), Set.of(), Optional.empty(), true, TeamScope.everywhere());
    assertEquals(List.of(host), listed(archived));
    added(1, MigrationChange.NONE);
    assertEquals(List.of(host), listed(MigrationFilter.all()));
    assertEquals("Old Orchard", found(host).marks().oldMdm());
  }

  @Test
  public void whoMayChangeTheMacsOfATeamChangesNoOthers() {
    TeamScope none = TeamScope.of(Set.of(new TeamId(4711)));
    HostId host = added(1, MigrationChange.NONE);
    MigrationEdit foreign = edit(SAID, T, none, "edited_migration");
    assertEquals(0, store().mark(List.of(host), foreign));
    assertEquals(0, store().put(List.of(host), foreign));
    assertEquals(0, store().remove(List.of(host), foreign));
    assertFails(
        "enrollment.host_not_found",
        () ->
            store()
                .add(
                    List.of(new NewMigration(Fixtures.serial(1), SAID)),
                    Optional.empty(),
                    foreign));
    assertFails(
        "enrollment.host_not_found",
        () ->
            store()
                .add(
                    List.of(new NewMigration(Fixtures.serial(2), SAID)),
                    Optional.empty(),
                    foreign));
    assertEquals(MigrationMarks.NONE, found(host).marks());
    assertEquals(1, stores.hosts().count(HostFilter.all()));
    assertEquals(List.of("added_to_migration"), activities());
  }

  @Test
  public void whatIsRemovedLeavesTheHost() {
    HostId host = added(1, SAID);
    HostId other = added(2, SAID);
    assertEquals(1, store().remove(List.of(host), edit(MigrationChange.NONE, T)));
    assertEquals(Optional.empty(), store().find(host));
    assertTrue(stores.hosts().find(host).isPresent());
    stores.hosts().delete(other, Fixtures.activity("deleted_host"));
    assertEquals(List.of(), listed(MigrationFilter.all()));
    assertFails(
        "organization.team_not_found",
        () ->
            store()
                .add(
                    List.of(new NewMigration(Fixtures.serial(3), SAID)),
                    Optional.of(new TeamId(4711)),
                    edit(SAID, T)));
  }
}
