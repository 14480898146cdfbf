package io.pomona.profiles;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.FieldError;
import io.pomona.api.MdmException.Kind;
import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsExport;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileOrigin;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.profiles.ProfileSets.SetFile;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.FakeUnitOfWork;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SampleProfiles;
import io.pomona.testkit.SettableClock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class CustomSettingsTest {
  private static final Optional<TeamId> NO_TEAM = Optional.empty();
  private static final byte[] WIFI = SampleProfiles.screenSaver("org.example.wifi", "Wi-Fi", 1);
  private static final byte[] DOCK = SampleProfiles.screenSaver("org.example.dock", "Dock", 1);

  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final ProfileScope scope = new ProfileScope(stores.teams(), FakeAccess.allowingAll());
  private final ProfileSets sets =
      new ProfileSets(stores.profiles(), stores.hostProfiles(), scope, new SettableClock());
  private final CustomSettings settings =
      new CustomSettings(
          stores.profiles(),
          sets,
          new ProfileExports(stores.profiles(), stores.activities(), scope));
  private final FakeUnitOfWork work = new FakeUnitOfWork();

  private static SettingsWish wish(Map<String, byte[]> files, Object... paths) {
    return new SettingsWish(Map.of("custom_settings", List.of(paths)), Optional.of(files), false);
  }

  private List<SettingsChange> apply(SettingsWish wish) {
    assertEquals(List.of(), settings.check(NO_TEAM, wish));
    return settings.apply(Fixtures.ADMIN, NO_TEAM, wish);
  }

  private List<String> reasons(SettingsWish wish) {
    return settings.check(NO_TEAM, wish).stream().map(FieldError::reason).toList();
  }

  private List<String> activities() {
    return stores.activities().newest(PageRequest.first(20)).stream().map(Activity::type).toList();
  }

  private void has(int mac, String identifier) {
    HostId host = Fixtures.enrolledMac(stores, mac, SettableClock.START).host();
    HostProfile row =
        new HostProfile(
            host,
            "custom",
            identifier,
            identifier,
            "U",
            "S",
            ProfileOperation.INSTALL,
            ProfileStatus.VERIFIED,
            Optional.empty(),
            "",
            0,
            SettableClock.START);
    stores
        .hostProfiles()
        .save(
            new HostProfileChanges(List.of(row), List.of(), List.of(), List.of()),
            SettableClock.START);
  }

  @Test
  public void filesBecomeTheProfiles() {
    has(1, "org.example.other");
    assertEquals(
        List.of(
            SettingsChange.added("profile Wi-Fi (org.example.wifi), for 1 Mac"),
            SettingsChange.added("profile Dock (org.example.dock), for 1 Mac")),
        apply(wish(Map.of("wifi", WIFI, "d.x", DOCK), "wifi", Map.of("path", "d.x"))));
    assertEquals(Map.of("custom_settings", List.of("wifi", "d.x")), settings.describe(NO_TEAM));
    assertEquals(
        List.of(ProfileOrigin.FILE),
        stores.profiles().list(NO_TEAM).stream().map(Profile::origin).distinct().toList());
    assertEquals("edited_macos_profile", activities().get(0));
  }

  @Test
  public void theSameAgainIsNoChange() {
    SettingsWish wish = wish(Map.of("wifi", WIFI), "wifi");
    apply(wish);
    assertEquals(List.of(), apply(wish));
    assertEquals(List.of("edited_macos_profile"), activities());
  }

  @Test
  public void pathsAloneAreRemembered() {
    apply(wish(Map.of("wifi", WIFI), "wifi"));
    SettingsWish paths =
        new SettingsWish(Map.of("custom_settings", List.of("a", "b")), Optional.empty(), false);
    assertEquals(List.of(), apply(paths));
    assertEquals(Map.of("custom_settings", List.of("a", "b")), settings.describe(NO_TEAM));
    assertEquals(1, stores.profiles().list(NO_TEAM).size());
  }

  @Test
  public void whatIsWrongNamesTheFile() {
    assertEquals(
        List.of("the file gone was not sent along"), reasons(wish(Map.of("wifi", WIFI), "gone")));
    assertEquals(
        List.of("wifi is here twice"), reasons(wish(Map.of("wifi", WIFI), "wifi", "wifi")));
    assertEquals(
        List.of("b: The PayloadIdentifier org.example.wifi is that of a."),
        reasons(wish(Map.of("a", WIFI, "b", WIFI), "a", "b")));
    assertEquals(
        List.of("each entry must be the path of a .mobileconfig"), reasons(wish(Map.of(), 7)));
    assertEquals(1, reasons(wish(Map.of("a", new byte[] {1}), "a")).size());
    assertEquals(
        List.of("lists up to 1,000 profiles"),
        reasons(wish(Map.of(), Collections.nCopies(1_001, "a").toArray())));
    assertEquals(List.of(), stores.profiles().list(NO_TEAM));
  }

  @Test
  public void takingProfilesOffMoreThanHalfOfTheMacsMustBeMeant() {
    apply(wish(Map.of("wifi", WIFI, "dock", DOCK), "wifi", "dock"));
    has(1, "org.example.wifi");
    has(2, "org.example.dock");
    has(3, "org.example.dock");
    assertEquals(List.of(), reasons(wish(Map.of("dock", DOCK), "dock")));
    SettingsWish fewer = wish(Map.of("wifi", WIFI), "wifi");
    assertEquals(
        List.of("this takes org.example.dock off 2 of 3 Macs; say force if that is meant"),
        reasons(fewer));
    assertTrue(settings.check(NO_TEAM, fewer).get(0).forceable());
    SettingsWish meant = new SettingsWish(fewer.values(), fewer.files(), true);
    assertEquals(
        List.of(SettingsChange.removed("profile Dock (org.example.dock), from 2 Macs")),
        apply(meant));
  }

  @Test
  public void anExportCanBeAppliedAgain() {
    apply(wish(Map.of("wifi", WIFI, "dock", DOCK), "wifi", "dock"));
    SettingsExport export = settings.export(Fixtures.ADMIN, NO_TEAM, "profiles");
    assertEquals(
        List.of("profiles/org.example.dock.mobileconfig", "profiles/org.example.wifi.mobileconfig"),
        export.values().get("custom_settings"));
    assertArrayEquals(WIFI, export.files().get("profiles/org.example.wifi.mobileconfig"));
    assertEquals("exported_macos_profiles", activities().get(0));
    SettingsWish again = new SettingsWish(export.values(), Optional.of(export.files()), false);
    assertEquals(List.of(), apply(again));
  }

  private List<SettingsChange> batch(boolean dryRun, boolean force, byte[]... files) {
    List<SetFile> all =
        java.util.stream.IntStream.range(0, files.length)
            .mapToObj(i -> new SetFile("profiles[" + i + "]", files[i]))
            .toList();
    return new ProfileBatch(sets, scope, work, false)
        .replace(Fixtures.ADMIN, NO_TEAM, all, new ProfileBatch.Mode(dryRun, force));
  }

  @Test
  public void aBatchReplacesAll() {
    assertEquals(1, batch(false, false, WIFI).size());
    assertEquals(2, batch(false, false, DOCK).size());
    assertEquals(2, work.kept());
    assertEquals(0, batch(true, false, DOCK).size());
    assertEquals(1, work.takenBack());
    MdmException twice = assertThrows(MdmException.class, () -> batch(false, false, DOCK, DOCK));
    assertEquals(Kind.INVALID, twice.kind());
    assertEquals("profiles[1]", twice.fields().get(0).name());
    has(1, "org.example.dock");
    MdmException mass = assertThrows(MdmException.class, () -> batch(false, false));
    assertEquals("profiles.mass_removal", mass.code());
    assertEquals(1, batch(false, true).size());
  }

  @Test
  public void aHandThatHelpedIsNamed() {
    new CustomProfiles(stores.profiles(), scope, new SettableClock())
        .add(Fixtures.ADMIN, NO_TEAM, WIFI);
    assertEquals(
        List.of(
            SettingsChange.removed(
                "profile Wi-Fi (org.example.wifi), from 0 Macs; it was uploaded by hand")),
        apply(wish(Map.of())));
  }

  @Test
  public void eachTeamHasItsOwn() {
    Optional<TeamId> desks =
        Optional.of(
            stores
                .teams()
                .create(
                    new NewTeam("Desks", ""),
                    SettableClock.START,
                    made -> Fixtures.activity("created_team"))
                .id());
    apply(wish(Map.of("wifi", WIFI), "wifi"));
    settings.apply(Fixtures.ADMIN, desks, wish(Map.of("dock", DOCK), "dock"));
    assertEquals("Wi-Fi", stores.profiles().list(NO_TEAM).get(0).name());
    assertEquals("Dock", stores.profiles().list(desks).get(0).name());
    Map<String, Object> details = stores.activities().newest(PageRequest.first(1)).get(0).details();
    assertEquals("Desks", details.get("team_name"));
    assertEquals(List.of("org.example.dock"), details.get("added"));
  }
}
