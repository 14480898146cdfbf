package io.pomona.profiles;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileId;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SampleProfiles;
import io.pomona.testkit.SettableClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class CustomProfilesTest {
  private static final byte[] CONTENT =
      SampleProfiles.screenSaver("org.example.saver", "Screen saver", 300);

  private final InMemoryStoreSet stores = new InMemoryStoreSet();

  private TeamId team() {
    return stores
        .teams()
        .create(
            new NewTeam("Desks", ""), SettableClock.START, t -> Fixtures.activity("created_team"))
        .id();
  }

  private CustomProfiles library(FakeAccess access) {
    return new CustomProfiles(
        stores.profiles(), new ProfileScope(stores.teams(), access), new SettableClock());
  }

  private Activity newest() {
    return stores.activities().newest(PageRequest.first(1)).get(0);
  }

  @Test
  public void addingKeepsTheBytesAndSaysWho() {
    Profile profile =
        library(FakeAccess.allowingAll()).add(Fixtures.ADMIN, Optional.empty(), CONTENT);
    assertEquals("Screen saver", profile.name());
    assertArrayEquals(CONTENT, stores.profiles().content(profile.id()).orElseThrow());
    assertEquals("created_macos_profile", newest().type());
    assertEquals(Fixtures.ADMIN.name(), newest().actorName());
    assertEquals(
        Map.of("profile_name", "Screen saver", "profile_identifier", "org.example.saver"),
        newest().details());
  }

  @Test
  public void replacingKeepsItsPlaceAndSaysWho() {
    CustomProfiles library = library(FakeAccess.allowingAll());
    Profile before = library.add(Fixtures.ADMIN, Optional.of(team()), CONTENT);
    byte[] longer = SampleProfiles.screenSaver("org.example.saver", "Longer", 600);
    Profile after = library.replace(Fixtures.ADMIN, before.id(), longer);
    assertEquals(before.uuid(), after.uuid());
    assertEquals(before.team(), after.team());
    assertEquals("Longer", after.name());
    assertEquals("edited_macos_profile", newest().type());
    assertEquals(List.of("org.example.saver"), newest().details().get("replaced"));
    assertEquals(List.of(), newest().details().get("removed"));
    assertEquals("Desks", newest().details().get("team_name"));
  }

  @Test
  public void anotherIdentifierAndWhatAnUploadRefusesAreNotTaken() {
    CustomProfiles library = library(FakeAccess.allowingAll());
    Profile profile = library.add(Fixtures.ADMIN, Optional.empty(), CONTENT);
    MdmException other =
        assertThrows(
            MdmException.class,
            () ->
                library.replace(
                    Fixtures.ADMIN,
                    profile.id(),
                    SampleProfiles.screenSaver("org.example.other", "Other", 300)));
    assertEquals("profiles.other_identifier", other.code());
    MdmException malformed =
        assertThrows(
            MdmException.class,
            () -> library.replace(Fixtures.ADMIN, profile.id(), "no plist".getBytes()));
    assertEquals("profiles.malformed", malformed.code());
    assertEquals(List.of(profile), stores.profiles().list(Optional.empty()));
  }

  @Test
  public void deletingSaysWhat() {
    CustomProfiles library = library(FakeAccess.allowingAll());
    TeamId desks = team();
    Profile profile = library.add(Fixtures.ADMIN, Optional.of(desks), CONTENT);
    library.delete(Fixtures.ADMIN, profile.id());
    assertEquals("Desks", newest().details().get("team_name"));
    assertEquals("deleted_macos_profile", newest().type());
    assertEquals(desks.value(), newest().details().get("team_id"));
    assertEquals(List.of(), stores.profiles().list(Optional.of(desks)));
    MdmException gone =
        assertThrows(MdmException.class, () -> library.delete(Fixtures.ADMIN, new ProfileId(4711)));
    assertEquals(MdmException.Kind.NOT_FOUND, gone.kind());
  }

  @Test
  public void whoMayOnlyLookChangesNothing() {
    Profile profile =
        library(FakeAccess.allowingAll()).add(Fixtures.ADMIN, Optional.empty(), CONTENT);
    CustomProfiles refusing = library(FakeAccess.allowing(Permission.VIEW_PROFILES));
    assertThrows(MdmException.class, () -> refusing.add(Fixtures.ADMIN, Optional.empty(), CONTENT));
    assertThrows(MdmException.class, () -> refusing.replace(Fixtures.ADMIN, profile.id(), CONTENT));
    assertThrows(MdmException.class, () -> refusing.delete(Fixtures.ADMIN, profile.id()));
    assertEquals(1, stores.profiles().list(Optional.empty()).size());
  }

  @Test
  public void theTeamOfTheRowIsAskedFor() {
    FakeAccess access = FakeAccess.allowingAll();
    CustomProfiles library = library(access);
    Optional<TeamId> desks = Optional.of(team());
    Profile profile = library.add(Fixtures.ADMIN, desks, CONTENT);
    library.delete(Fixtures.ADMIN, profile.id());
    FakeAccess.Asked asked = new FakeAccess.Asked(Permission.EDIT_PROFILES, desks);
    assertEquals(List.of(asked, asked), access.asked());
  }

  @Test
  public void theSameTwiceIsAConflict() {
    CustomProfiles library = library(FakeAccess.allowingAll());
    library.add(Fixtures.ADMIN, Optional.empty(), CONTENT);
    MdmException taken =
        assertThrows(
            MdmException.class, () -> library.add(Fixtures.ADMIN, Optional.empty(), CONTENT));
    assertEquals(MdmException.Kind.CONFLICT, taken.kind());
  }
}
