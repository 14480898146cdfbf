package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.profiles.NewProfile;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.SampleProfiles;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What every {@code ProfileStore} must do. */
public abstract class ProfileStoreContract extends StoreContract {
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

  private TeamId team(String name) {
    return stores
        .teams()
        .create(new NewTeam(name, ""), T, made -> Fixtures.activity("created_team"))
        .id();
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

  private Host clean(int number) {
    mac(number);
    return reconcileAll().get(0);
  }

  private List<Host> reconcileAll() {
    List<Host> dirty = stores.hostProfiles().leaseDirty(100, T, MINUTE);
    stores
        .hostProfiles()
        .save(
            new HostProfileChanges(
                List.of(), List.of(), List.of(), dirty.stream().map(Host::id).toList()),
            T);
    return dirty;
  }
}
