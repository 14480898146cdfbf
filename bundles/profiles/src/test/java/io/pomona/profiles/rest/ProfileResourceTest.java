package io.pomona.profiles.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.organization.Activity;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.api.rest.Anonymous;
import io.pomona.api.rest.MultipartForm;
import io.pomona.api.rest.Requires;
import io.pomona.api.rest.UploadedFile;
import io.pomona.profiles.CustomProfiles;
import io.pomona.profiles.ProfileDetail;
import io.pomona.profiles.ProfileScope;
import io.pomona.profiles.lint.ProfileInspection;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SampleProfiles;
import io.pomona.testkit.SettableClock;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.ws.rs.Path;
import org.junit.Test;

public class ProfileResourceTest {
  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final FakeAccess access = FakeAccess.allowingAll();
  private final ProfileScope scope = new ProfileScope(stores.teams(), access);
  private final ProfileCatalog catalog =
      new ProfileCatalog(
          stores.profiles(),
          stores.hostProfiles(),
          new CustomProfiles(stores.profiles(), scope),
          scope,
          stores.activities());
  private final ProfileResource today =
      new ProfileResource(
          catalog,
          ProfileInspection.of(stores.profiles(), stores.hosts(), false, Clock.systemUTC()));
  private final EarlyProfileResource early = new EarlyProfileResource(catalog);

  private static MultipartForm form(String fileName, Map<String, String> fields) {
    byte[] content = SampleProfiles.screenSaver("org.example.saver", "Screen/\"saver", 300);
    return new MultipartForm(fields, Map.of("profile", new UploadedFile(fileName, content)));
  }

  private static void assertRefused(String code, org.junit.function.ThrowingRunnable call) {
    assertEquals(code, assertThrows(MdmException.class, call).code());
  }

  @Test
  public void whatIsAddedIsListedOnBothPaths() {
    String uuid =
        today.add(Fixtures.ADMIN, form("a.mobileconfig", Map.of("team_id", "0"))).profileUuid();
    ProfileView view = today.list(Fixtures.ADMIN, null, false).profiles().get(0);
    assertEquals(uuid, view.profileUuid());
    assertEquals(Optional.empty(), view.teamId());
    assertEquals("org.example.saver", view.identifier());
    assertEquals(64, view.checksum().length());
    assertEquals(List.of(view), early.list(Fixtures.ADMIN, "").profiles());
    early.delete(Fixtures.ADMIN, view.profileId());
    assertEquals(List.of(), today.list(Fixtures.ADMIN, null, false).profiles());
    assertRefused("profiles.not_found", () -> today.delete(Fixtures.ADMIN, uuid));
  }

  @Test
  public void whoReadsAProfileIsToldInTheFeed() {
    String uuid = today.add(Fixtures.ADMIN, form("a.mobileconfig", Map.of())).profileUuid();
    assertTrue(catalog.read(Fixtures.ADMIN, catalog.byUuid(Fixtures.ADMIN, uuid)).length > 0);
    Activity newest = stores.activities().newest(PageRequest.first(1)).get(0);
    assertEquals("downloaded_macos_profile", newest.type());
    assertEquals("org.example.saver", newest.details().get("profile_identifier"));
  }

  @Test
  public void badUploadsAreRefused() {
    assertRefused(
        "profiles.no_file", () -> today.add(Fixtures.ADMIN, new MultipartForm(Map.of(), Map.of())));
    assertRefused(
        "profiles.bad_extension", () -> early.add(Fixtures.ADMIN, form("a.xml", Map.of())));
    assertRefused(
        "organization.team_not_found",
        () -> today.add(Fixtures.ADMIN, form("a.mobileconfig", Map.of("team_id", "7"))));
    assertRefused(
        "organization.bad_team",
        () -> today.add(Fixtures.ADMIN, form("a.mobileconfig", Map.of("team_id", "x"))));
    assertRefused("organization.team_not_found", () -> today.list(Fixtures.ADMIN, "7", true));
    assertRefused("organization.team_not_found", () -> early.summary(Fixtures.ADMIN, "7"));
    today.add(Fixtures.ADMIN, form("A.MobileConfig", Map.of()));
    assertRefused(
        "profiles.identifier_taken",
        () -> early.add(Fixtures.ADMIN, form("a.mobileconfig", Map.of())));
  }

  @Test
  public void aProfileIsReplacedWithinItsTeamOnly() {
    String uuid = today.add(Fixtures.ADMIN, form("a.mobileconfig", Map.of())).profileUuid();
    byte[] longer = SampleProfiles.screenSaver("org.example.saver", "Longer", 600);
    Map<String, UploadedFile> file = Map.of("profile", new UploadedFile("b.mobileconfig", longer));
    assertEquals(
        uuid,
        today
            .replace(Fixtures.ADMIN, uuid, new MultipartForm(Map.of("team_id", "0"), file))
            .profileUuid());
    assertEquals(
        List.of("Longer"),
        today.list(Fixtures.ADMIN, null, false).profiles().stream()
            .map(ProfileView::name)
            .toList());
    assertRefused(
        "profiles.other_team",
        () -> today.replace(Fixtures.ADMIN, uuid, new MultipartForm(Map.of("team_id", "7"), file)));
    assertRefused(
        "profiles.no_file",
        () -> today.replace(Fixtures.ADMIN, uuid, new MultipartForm(Map.of(), Map.of())));
    assertRefused(
        "profiles.not_found",
        () -> today.replace(Fixtures.ADMIN, "unknown", new MultipartForm(Map.of(), file)));
  }

  @Test
  public void fileNamesAreHarmless() {
    catalog.add(Fixtures.ADMIN, form("a.mobileconfig", Map.of()));
    String name = ProfileCatalog.fileName(catalog.list(Fixtures.ADMIN, Optional.empty()).get(0));
    assertTrue(name, name.endsWith("_Screen__saver.mobileconfig"));
  }

  @Test
  public void statusesAreShownPerHostAndCounted() {
    EnrolledMac mac = Fixtures.enrolledMac(stores, 1, SettableClock.START);
    HostProfile row =
        new HostProfile(
            mac.host(),
            "custom",
            "org.example.saver",
            "Screen saver",
            "U",
            "sha",
            ProfileOperation.INSTALL,
            ProfileStatus.FAILED,
            Optional.empty(),
            "Because (X 1)",
            1,
            SettableClock.START);
    stores
        .hostProfiles()
        .save(
            new HostProfileChanges(List.of(row), List.of(), List.of(), List.of()),
            SettableClock.START);
    HostProfileResource hosts =
        new HostProfileResource(
            stores.hosts(),
            stores.hostProfiles(),
            stores.profiles(),
            access,
            new ProfileDetail(stores.commandHistory()));
    var view = hosts.list(Fixtures.ADMIN, mac.host().value()).profiles().get(0);
    assertEquals("failed", view.status());
    assertEquals("install", view.operationType());
    assertEquals("Because (X 1)", view.detail());
    assertEquals(new SummaryView(0, 0, 0, 1), today.summary(Fixtures.ADMIN, null));
    assertRefused("enrollment.host_not_found", () -> hosts.list(Fixtures.ADMIN, 4711));
  }

  @Test
  public void everyMethodSaysWhoMayCallIt() {
    Stream.of(ProfileResource.class, EarlyProfileResource.class, HostProfileResource.class)
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Path.class))
        .forEach(ProfileResourceTest::assertGuarded);
  }

  private static void assertGuarded(Method method) {
    assertTrue(
        method.toString(),
        method.isAnnotationPresent(Requires.class) || method.isAnnotationPresent(Anonymous.class));
  }

  @Test
  public void theHostsOfAProfileAreCountedAndListedInPagesOfAThousandAtMost() {
    EnrolledMac mac = Fixtures.enrolledMac(stores, 1, SettableClock.START);
    String uuid = today.add(Fixtures.ADMIN, form("a.mobileconfig", Map.of())).profileUuid();
    ProfileProgressResource progress =
        new ProfileProgressResource(
            catalog,
            stores.hostProfiles(),
            stores.hosts(),
            new ProfileDetail(stores.commandHistory()));
    SummaryView one = new SummaryView(0, 0, 1, 0);
    assertEquals(one, progress.status(Fixtures.ADMIN, uuid));
    assertEquals(Map.of(uuid, one), today.list(Fixtures.ADMIN, null, true).counts());
    assertEquals(Map.of(), today.list(Fixtures.ADMIN, null, false).counts());
    assertEquals(
        List.of(
            new ProfileProgressResource.HostView(
                mac.host().value(), "Mac 1", Fixtures.serial(1), "To be sent shortly.")),
        progress.hosts(Fixtures.ADMIN, uuid, "pending", 0, 1000).hosts());
    assertRefused(
        "page.out_of_range", () -> progress.hosts(Fixtures.ADMIN, uuid, "pending", 0, 1001));
  }
}
