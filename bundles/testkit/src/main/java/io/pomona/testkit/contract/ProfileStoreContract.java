package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.profiles.NewProfile;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileId;
import io.pomona.api.profiles.ProfileOrigin;
import io.pomona.api.profiles.ProfileSetChange;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.SampleProfiles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What every {@code ProfileStore} must do. */
public class ProfileStoreContract extends StoreContract {
  private static final Optional<TeamId> NO_TEAM = Optional.empty();

  private Profile add(String identifier, String name) {
    return add(NO_TEAM, identifier, name);
  }

  private Profile add(Optional<TeamId> team, String identifier, String name) {
    byte[] content = SampleProfiles.screenSaver(identifier, name, 300);
    return stores
        .profiles()
        .add(
            new NewProfile(team, identifier, name, "UUID-" + name, content),
            T,
            Fixtures.activity("created_macos_profile"));
  }

  @Test
  public void aProfileIsStoredWhole() {
    byte[] content = SampleProfiles.screenSaver("org.example.saver", "Screen saver", 300);
    Profile profile = add("org.example.saver", "Screen saver");
    assertEquals("org.example.saver", profile.identifier());
    assertEquals("Screen saver", profile.name());
    assertEquals("UUID-Screen saver", profile.payloadUuid());
    assertEquals(NO_TEAM, profile.team());
    assertEquals(T, profile.createdAt());
    assertEquals(
        Fixtures.hash(new String(content, java.nio.charset.StandardCharsets.UTF_8)),
        profile.contentSha256());
    assertArrayEquals(content, stores.profiles().content(profile.id()).orElseThrow());
    assertEquals(Optional.of(profile), stores.profiles().find(profile.id()));
    assertEquals(Optional.of(profile), stores.profiles().findByUuid(profile.uuid()));
    assertEquals(List.of("created_macos_profile"), activities());
  }

  @Test
  public void unknownOnesAreEmpty() {
    ProfileId unknown = new ProfileId(987654);
    assertEquals(Optional.empty(), stores.profiles().find(unknown));
    assertEquals(Optional.empty(), stores.profiles().findByUuid("unknown"));
    assertEquals(Optional.empty(), stores.profiles().content(unknown).map(b -> b.length));
  }

  @Test
  public void identifiersAndNamesAreUnique() {
    add("org.example.a", "A");
    assertFails("profiles.identifier_taken", () -> add("org.example.a", "Another"));
    assertFails("profiles.name_taken", () -> add("org.example.b", "A"));
    assertEquals(1, stores.profiles().list(NO_TEAM).size());
    assertEquals(List.of("created_macos_profile"), activities());
  }

  @Test
  public void eachTeamHasItsOwn() {
    Optional<TeamId> desks = Optional.of(team("Desks"));
    Optional<TeamId> labs = Optional.of(team("Labs"));
    Host mac = clean(1);
    Profile none = add("org.example.a", "A");
    Profile first = add(desks, "org.example.a", "A");
    Profile second = add(labs, "org.example.a", "A");
    assertEquals(List.of(none), stores.profiles().list(NO_TEAM));
    assertEquals(List.of(first), stores.profiles().list(desks));
    assertEquals(List.of(second), stores.profiles().list(labs));
    assertFails("profiles.identifier_taken", () -> add(desks, "org.example.a", "Another"));
    assertFails("profiles.name_taken", () -> add(desks, "org.example.b", "A"));
    assertEquals(List.of(mac), reconcileAll());
    add(desks, "org.example.c", "C");
    assertEquals(List.of(), reconcileAll());
    stores.hosts().transfer(List.of(mac.id()), desks, T, move -> move.by(Fixtures.ADMIN));
    assertEquals(1, reconcileAll().size());
    add(desks, "org.example.d", "D");
    assertEquals(1, reconcileAll().size());
    assertFails(
        MdmException.Kind.NOT_FOUND,
        () -> add(Optional.of(new TeamId(987654)), "org.example.e", "E"));
  }

  @Test
  public void ofFiftyEqualOnesOneIsStored() throws Exception {
    List<Boolean> stored =
        Race.of(
            50,
            i ->
                () -> {
                  try {
                    add("org.example.a", "A");
                    return true;
                  } catch (MdmException e) {
                    assertEquals(MdmException.Kind.CONFLICT, e.kind());
                    return false;
                  }
                });
    assertEquals(1, stored.stream().filter(Boolean::booleanValue).count());
  }

  @Test
  public void listedByName() {
    add("org.example.1", "B");
    add("org.example.2", "C");
    add("org.example.3", "A");
    assertEquals(
        List.of("A", "B", "C"),
        stores.profiles().list(NO_TEAM).stream().map(Profile::name).toList());
    assertEquals(List.of(), stores.profiles().list(Optional.of(new TeamId(987654))));
  }

  @Test
  public void whatIsDeletedIsGoneAndFreesItsName() {
    Profile profile = add("org.example.a", "A");
    stores.profiles().delete(profile.id(), T, Fixtures.activity("deleted_macos_profile"));
    assertEquals(Optional.empty(), stores.profiles().find(profile.id()));
    assertEquals(List.of(), stores.profiles().list(NO_TEAM));
    assertContains(activities(), "deleted_macos_profile");
    assertFails(
        MdmException.Kind.NOT_FOUND,
        () ->
            stores.profiles().delete(profile.id(), T, Fixtures.activity("deleted_macos_profile")));
    assertNotEquals(profile.id(), add("org.example.a", "A").id());
  }

  @Test
  public void everyChangeMarksTheEnrolledMacs() {
    Host mac = clean(1);
    stores.enrollments().checkOut(mac(2).channel(), T, Fixtures.activity("mdm_unenrolled"));
    Profile profile = add("org.example.a", "A");
    assertEquals(List.of(mac), reconcileAll());
    assertEquals(List.of(), reconcileAll());
    stores.profiles().delete(profile.id(), T, Fixtures.activity("deleted_macos_profile"));
    assertEquals(List.of(mac), reconcileAll());
  }

  private List<Profile> addAll(Optional<TeamId> team, NewProfile... wanted) {
    return stores
        .profiles()
        .addAll(team, List.of(wanted), T, profile -> Fixtures.activity("created_macos_profile"));
  }

  @Test
  public void manyAreAddedInOneGo() {
    Host mac = clean(1);
    add("org.example.z", "Z");
    reconcileAll();
    List<Profile> added =
        addAll(
            NO_TEAM,
            file(NO_TEAM, "org.example.b", "B", 300),
            file(NO_TEAM, "org.example.a", "A", 300));
    assertEquals(
        List.of("org.example.b", "org.example.a"),
        added.stream().map(Profile::identifier).toList());
    assertEquals(
        List.of(added.get(1), added.get(0)), stores.profiles().list(NO_TEAM).subList(0, 2));
    assertEquals(3, activities().stream().filter("created_macos_profile"::equals).count());
    assertEquals(List.of(mac), reconcileAll());
    assertEquals(List.of(), reconcileAll());
  }

  @Test
  public void ofManyAllAreAddedOrNone() {
    Host mac = clean(1);
    add("org.example.z", "Z");
    assertEquals(List.of(mac), reconcileAll());
    NewProfile fresh = file(NO_TEAM, "org.example.a", "A", 300);
    assertFails(
        "profiles.identifier_taken",
        () -> addAll(NO_TEAM, fresh, file(NO_TEAM, "org.example.z", "B", 300)));
    assertFails(
        "profiles.name_taken",
        () -> addAll(NO_TEAM, fresh, file(NO_TEAM, "org.example.b", "A", 300)));
    assertFails(MdmException.Kind.NOT_FOUND, () -> addAll(Optional.of(new TeamId(987654)), fresh));
    assertEquals(1, stores.profiles().list(NO_TEAM).size());
    assertEquals(List.of(), reconcileAll());
    assertEquals(1, activities().stream().filter("created_macos_profile"::equals).count());
  }

  private static NewProfile file(Optional<TeamId> team, String identifier, String name, int idle) {
    byte[] content = SampleProfiles.screenSaver(identifier, name, idle);
    return new NewProfile(team, identifier, name, "UUID-" + name, content);
  }

  private ProfileSetChange apply(Optional<TeamId> team, NewProfile... wanted) {
    return stores
        .profiles()
        .replaceAll(
            team,
            List.of(wanted),
            T.plus(HOUR),
            change -> Fixtures.activity("edited_macos_profile"));
  }

  private static List<String> identifiers(List<Profile> profiles) {
    return profiles.stream().map(Profile::identifier).sorted().toList();
  }

  @Test
  public void aSetReplacesWhatDiffers() {
    Optional<TeamId> desks = Optional.of(team("Desks"));
    Profile elsewhere = add("org.example.a", "A");
    Profile same = add(desks, "org.example.same", "Same");
    Profile old = add(desks, "org.example.old", "Old");
    add(desks, "org.example.gone", "Gone");
    ProfileSetChange change =
        apply(
            desks,
            file(desks, "org.example.same", "Same", 300),
            file(desks, "org.example.old", "Gone", 600),
            file(desks, "org.example.new", "Old", 300));
    assertEquals(List.of("org.example.new"), identifiers(change.added()));
    assertEquals(List.of("org.example.old"), identifiers(change.replaced()));
    assertEquals(List.of("org.example.gone"), identifiers(change.removed()));
    assertEquals(List.of("org.example.same"), identifiers(change.unchanged()));
    List<Profile> now = stores.profiles().list(desks);
    assertEquals(
        List.of("org.example.new", "org.example.old", "org.example.same"), identifiers(now));
    assertEquals(
        List.of(ProfileOrigin.FILE), now.stream().map(Profile::origin).distinct().toList());
    Profile replaced = change.replaced().get(0);
    assertEquals(Optional.of(replaced), stores.profiles().findByUuid(old.uuid()));
    assertNotEquals(old.id(), replaced.id());
    assertEquals(T, replaced.createdAt());
    assertEquals(T.plus(HOUR), replaced.updatedAt());
    assertEquals(same.id(), change.unchanged().get(0).id());
    assertEquals(List.of(elsewhere), stores.profiles().list(NO_TEAM));
  }

  @Test
  public void theSameSetAgainChangesNothing() {
    Host mac = clean(1);
    apply(NO_TEAM, file(NO_TEAM, "org.example.a", "A", 300));
    assertEquals(List.of(mac), reconcileAll(T.plus(HOUR)));
    List<Profile> before = stores.profiles().list(NO_TEAM);
    ProfileSetChange again = apply(NO_TEAM, file(NO_TEAM, "org.example.a", "A", 300));
    assertEquals(true, again.isEmpty());
    assertEquals(before, stores.profiles().list(NO_TEAM));
    assertEquals(List.of(), reconcileAll(T.plus(HOUR)));
    assertEquals(1, activities().stream().filter("edited_macos_profile"::equals).count());
    assertEquals(1, apply(NO_TEAM).removed().size());
    assertEquals(List.of(), stores.profiles().list(NO_TEAM));
  }

  @Test
  public void aSetWhoseActivityFailsIsNotStored() {
    add("org.example.a", "A");
    assertFails(
        "profiles.no",
        () ->
            stores
                .profiles()
                .replaceAll(
                    NO_TEAM,
                    List.of(),
                    T,
                    change -> {
                      throw MdmException.conflict("profiles.no", "No.");
                    }));
    assertEquals(1, stores.profiles().list(NO_TEAM).size());
    assertFails(MdmException.Kind.NOT_FOUND, () -> apply(Optional.of(new TeamId(987654))));
  }

  private Profile replace(NewProfile wanted) {
    return stores
        .profiles()
        .replace(wanted, T.plus(HOUR), Fixtures.activity("edited_macos_profile"));
  }

  @Test
  public void oneIsReplacedWhereItStands() {
    Host mac = clean(1);
    Optional<TeamId> desks = Optional.of(team("Desks"));
    Profile elsewhere = add(desks, "org.example.a", "A");
    Profile other = add("org.example.b", "B");
    Profile old = add("org.example.a", "A");
    assertEquals(List.of(mac), reconcileAll());
    NewProfile wanted = file(NO_TEAM, "org.example.a", "Another name", 600);
    Profile replaced = replace(wanted);
    assertEquals(old.uuid(), replaced.uuid());
    assertNotEquals(old.id(), replaced.id());
    assertEquals(T, replaced.createdAt());
    assertEquals(T.plus(HOUR), replaced.updatedAt());
    assertEquals(ProfileOrigin.CONSOLE, replaced.origin());
    assertArrayEquals(wanted.content(), stores.profiles().content(replaced.id()).orElseThrow());
    assertEquals(List.of(replaced, other), stores.profiles().list(NO_TEAM));
    assertEquals(List.of(elsewhere), stores.profiles().list(desks));
    assertEquals(List.of(mac), reconcileAll(T.plus(HOUR)));
    assertEquals(replaced, replace(wanted));
    assertEquals(List.of(), reconcileAll(T.plus(HOUR)));
    assertEquals(1, activities().stream().filter("edited_macos_profile"::equals).count());
  }

  @Test
  public void whatCannotBeReplacedStaysAsItIs() {
    Host mac = clean(1);
    add("org.example.b", "B");
    Profile old = add("org.example.a", "A");
    assertEquals(List.of(mac), reconcileAll());
    assertFails("profiles.name_taken", () -> replace(file(NO_TEAM, "org.example.a", "B", 600)));
    assertFails(
        MdmException.Kind.NOT_FOUND, () -> replace(file(NO_TEAM, "org.example.c", "C", 600)));
    assertFails(
        MdmException.Kind.NOT_FOUND,
        () -> replace(file(Optional.of(team("Desks")), "org.example.a", "A", 600)));
    assertEquals(Optional.of(old), stores.profiles().find(old.id()));
    assertEquals(2, stores.profiles().list(NO_TEAM).size());
    assertEquals(List.of(), reconcileAll(T.plus(HOUR)));
    assertEquals(0, activities().stream().filter("edited_macos_profile"::equals).count());
  }

  /** One after the other: none is lost, and none is there twice. */
  @Test
  public void ofManyReplacementsAtOnceOneStays() throws Exception {
    Profile old = add("org.example.a", "A");
    Race.of(8, i -> () -> replace(file(NO_TEAM, "org.example.a", "A" + i, 600 + i)));
    assertEquals(
        List.of(old.uuid()), stores.profiles().list(NO_TEAM).stream().map(Profile::uuid).toList());
  }

  /** As if one after the other: never the profiles of both. */
  @Test
  public void ofTwoSetsAtOnceOneStays() throws Exception {
    for (int round = 0; round < 10; round++) {
      apply(NO_TEAM, file(NO_TEAM, "org.example.a", "A", round));
      int idle = round;
      Race.of(4, i -> () -> apply(NO_TEAM, file(NO_TEAM, "org.example.b" + i, "B" + i, idle)));
      assertEquals(1, stores.profiles().list(NO_TEAM).size());
      apply(NO_TEAM);
      Race.of(4, i -> () -> apply(NO_TEAM, file(NO_TEAM, "org.example.c" + i, "C" + i, idle)));
      assertEquals(1, stores.profiles().list(NO_TEAM).size());
    }
  }

  @Test
  public void pathsAreRememberedInTheirOrder() {
    Optional<TeamId> desks = Optional.of(team("Desks"));
    assertEquals(List.of(), stores.profiles().paths(desks));
    stores.profiles().rememberPaths(desks, List.of("lib/b.mobileconfig", "lib/a.mobileconfig"));
    stores.profiles().rememberPaths(NO_TEAM, List.of("c"));
    assertEquals(
        List.of("lib/b.mobileconfig", "lib/a.mobileconfig"), stores.profiles().paths(desks));
    stores.profiles().rememberPaths(desks, List.of("d"));
    assertEquals(List.of("d"), stores.profiles().paths(desks));
    stores
        .teams()
        .delete(
            desks.get(),
            T,
            moved -> Fixtures.activity("transferred_hosts"),
            (team, people) -> List.of(Fixtures.activity("deleted_team")));
    assertEquals(List.of(), stores.profiles().paths(desks));
    assertEquals(List.of("c"), stores.profiles().paths(NO_TEAM));
  }

  private Host clean(int number) {
    mac(number);
    return reconcileAll().get(0);
  }

  private List<Host> reconcileAll() {
    return reconcileAll(T);
  }

  private List<Host> reconcileAll(Instant at) {
    List<Host> dirty = stores.hostProfiles().leaseDirty(100, at, MINUTE);
    stores
        .hostProfiles()
        .save(
            new HostProfileChanges(
                List.of(), List.of(), List.of(), dirty.stream().map(Host::id).toList()),
            at);
    return dirty;
  }
}
