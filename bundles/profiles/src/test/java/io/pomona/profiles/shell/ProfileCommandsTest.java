package io.pomona.profiles.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.profiles.NewProfile;
import io.pomona.api.profiles.Profile;
import io.pomona.profiles.CustomProfiles;
import io.pomona.profiles.ProfileScope;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.Printed;
import io.pomona.testkit.SampleProfiles;
import io.pomona.testkit.SettableClock;
import io.pomona.testkit.TeamsByName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.support.parsing.CommandLineImpl;
import org.junit.Rule;
import org.junit.Test;

public class ProfileCommandsTest {
  private static final String DOCK = "org.example.dock";
  private static final String SAVER = "org.example.saver";

  @Rule public final Printed printed = new Printed();
  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final Optional<TeamId> desks = team("Desks");
  private final Optional<TeamId> labs = team("Labs");

  private Optional<TeamId> team(String name) {
    NewTeam team = new NewTeam(name, "");
    return Optional.of(
        stores
            .teams()
            .create(team, SettableClock.START, t -> Fixtures.activity("created_team"))
            .id());
  }

  private CustomProfiles library(FakeAccess access) {
    return new CustomProfiles(stores.profiles(), new ProfileScope(stores.teams(), access));
  }

  private Profile add(Optional<TeamId> team, String identifier) {
    byte[] content = SampleProfiles.screenSaver(identifier, "Name of " + identifier, 300);
    return library(FakeAccess.allowingAll()).add(Fixtures.ADMIN, team, content);
  }

  private ProfileDeleteCommand delete(FakeAccess access, String profile) {
    ProfileDeleteCommand command = new ProfileDeleteCommand();
    command.profile = profile;
    command.library = library(access);
    command.profiles = stores.profiles();
    command.teams = new TeamsByName(stores.teams());
    command.access = access;
    command.actors = () -> Fixtures.ADMIN;
    return command;
  }

  private void assertUnknown(FakeAccess access, String profile, Optional<String> team) {
    ProfileDeleteCommand command = delete(access, profile);
    team.ifPresent(name -> command.team = name);
    assertEquals("profiles.not_found", assertThrows(MdmException.class, command::execute).code());
  }

  @Test
  public void anIdentifierMeansTheProfileOfItsTeam() {
    add(Optional.empty(), DOCK);
    Profile ofDesks = add(desks, DOCK);
    delete(FakeAccess.allowingAll(), DOCK).execute();
    assertEquals(
        "The profile Name of " + DOCK + " is deleted, and removed from its hosts.\n",
        printed.text());
    assertEquals(List.of(), stores.profiles().list(Optional.empty()));
    assertEquals(List.of(ofDesks), stores.profiles().list(desks));
    ProfileDeleteCommand command = delete(FakeAccess.allowingAll(), DOCK);
    command.team = "Desks";
    command.execute();
    assertEquals(List.of(), stores.profiles().list(desks));
  }

  @Test
  public void aUuidMeansAProfileAnywhereButOfATeamThatIsNamed() {
    Profile ofDesks = add(desks, DOCK);
    assertUnknown(FakeAccess.allowingAll(), ofDesks.uuid(), Optional.of("Labs"));
    assertUnknown(FakeAccess.allowingAll(), DOCK, Optional.empty());
    delete(FakeAccess.allowingAll(), ofDesks.uuid()).execute();
    assertEquals(List.of(), stores.profiles().list(desks));
  }

  @Test
  public void whatOneMayNotChangeStays() {
    Profile ofDesks = add(desks, DOCK);
    FakeAccess ofLabs = FakeAccess.within(TeamScope.of(labs));
    assertUnknown(ofLabs, ofDesks.uuid(), Optional.empty());
    assertUnknown(ofLabs, DOCK, Optional.of("Desks"));
    for (String name : List.of(ofDesks.uuid(), "nothing")) {
      ProfileDeleteCommand observer = delete(FakeAccess.allowing(Permission.VIEW_PROFILES), name);
      assertEquals(
          "organization.forbidden", assertThrows(MdmException.class, observer::execute).code());
    }
    assertEquals(List.of(ofDesks), stores.profiles().list(desks));
  }

  @Test
  public void aListTellsWhatBroughtEach() {
    add(Optional.empty(), DOCK);
    byte[] content = SampleProfiles.screenSaver(SAVER, "Saver", 300);
    NewProfile ofFile = new NewProfile(desks, SAVER, "Saver", "U-1", content);
    stores
        .profiles()
        .replaceAll(
            desks,
            List.of(ofFile),
            SettableClock.START,
            change -> Fixtures.activity("edited_macos_profile"));
    ProfileListCommand list = new ProfileListCommand();
    list.profiles = stores.profiles();
    list.teams = new TeamsByName(stores.teams());
    list.access = FakeAccess.allowingAll();
    list.actors = () -> Fixtures.ADMIN;
    list.noFormat = true;
    list.execute();
    assertTrue(printed.text().contains("console"));
    list.team = "Desks";
    list.execute();
    assertTrue(printed.text().contains("file"));
  }

  private List<String> completed(TeamScope scope) {
    ProfileNames names = new ProfileNames();
    names.profiles = stores.profiles();
    names.teams = stores.teams();
    names.access = FakeAccess.within(scope);
    names.actors = () -> Fixtures.ADMIN;
    List<String> candidates = new ArrayList<>();
    names.complete(null, new CommandLineImpl(new String[] {"org."}, 0, 4, 4, "org."), candidates);
    return candidates.stream().map(String::strip).toList();
  }

  @Test
  public void identifiersAreCompletedOfTeamsThatOneSees() {
    add(Optional.empty(), DOCK);
    add(desks, SAVER);
    add(labs, "org.example.labs");
    assertEquals(3, completed(TeamScope.everywhere()).size());
    assertEquals(List.of(SAVER), completed(TeamScope.of(desks)));
    assertEquals(List.of(DOCK), completed(TeamScope.of(Optional.empty())));
    assertEquals(List.of(), completed(TeamScope.nowhere()));
  }
}
