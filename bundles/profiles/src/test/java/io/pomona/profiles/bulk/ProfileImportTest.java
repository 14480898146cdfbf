package io.pomona.profiles.bulk;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.ProfileStore;
import io.pomona.profiles.CustomProfiles;
import io.pomona.profiles.ProfileScope;
import io.pomona.profiles.lint.ProfileInspection;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SampleProfiles;
import io.pomona.testkit.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ProfileImportTest {
  private static final Optional<TeamId> NO_TEAM = Optional.empty();

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final FakeAccess access = FakeAccess.allowingAll();
  private final ProfileScope scope = new ProfileScope(stores.teams(), access);
  private final ProfileImport imports =
      new ProfileImport(
          new CustomProfiles(stores.profiles(), scope),
          stores.profiles(),
          scope,
          ProfileInspection.of(stores.profiles(), stores.hosts(), false, clock));

  private final Map<String, byte[]> export = new LinkedHashMap<>();

  public ProfileImportTest() {
    export.put("a/dock.mobileconfig", dock("dock", "left"));
    export.put("a/dock copy.mobileconfig", dock("dock", "left"));
    export.put("b/dock.mobileconfig", dock("dock", "right"));
    export.put("b/other.mobileconfig", dock("other", "bottom"));
    export.put(
        "filevault.mobileconfig",
        SampleProfiles.profile("org.old.fde", "FDE", "U", payload("com.apple.MCX.FileVault2")));
    export.put(
        "enroll.mobileconfig",
        SampleProfiles.profile("org.old.mdm", "MDM", "U", payload("com.apple.mdm")));
    export.put("broken.mobileconfig", "nothing".getBytes(StandardCharsets.UTF_8));
    export.put("huge.mobileconfig", noise((1 << 20) + 5));
    export.put("readme.txt", new byte[] {1});
    export.put("__MACOSX/a/._dock.mobileconfig", new byte[] {1});
    export.put(".DS_Store", new byte[] {1});
  }

  private static byte[] dock(String name, String orientation) {
    return SampleProfiles.profile(
        "org.old." + name,
        "Name of " + name,
        SampleProfiles.uuid(name + orientation),
        payload("com.apple.dock").with("orientation", orientation));
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(1).nextBytes(noise);
    return noise;
  }

  private static PlistDict payload(String type) {
    return PlistDict.builder().put("PayloadType", type).build();
  }

  private static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static List<ProfileFile> files(byte[] upload) {
    return ProfileFiles.of(List.of(new ProfileFile("export.zip", upload)));
  }

  private ImportReport run(byte[] upload, boolean dry) {
    return imports.run(Fixtures.ADMIN, NO_TEAM, () -> files(upload), dry);
  }

  private static String outcomes(ImportReport report) {
    StringBuilder text = new StringBuilder();
    report.files().forEach(file -> text.append(file.file() + " " + file.outcome().label() + "\n"));
    return text.toString();
  }

  private static final String FIRST =
      """
      a/dock.mobileconfig added
      a/dock copy.mobileconfig unchanged
      b/dock.mobileconfig conflict
      b/other.mobileconfig added
      filevault.mobileconfig refused
      enroll.mobileconfig refused
      broken.mobileconfig refused
      huge.mobileconfig refused
      readme.txt skipped
      """;

  @Test
  public void eachFileStandsForItselfAndADryRunSaysTheSame() {
    ImportReport dry = run(zip(export), true);
    assertEquals(FIRST, outcomes(dry));
    assertEquals(List.of(), stores.profiles().list(NO_TEAM));
    ImportReport report = run(zip(export), false);
    assertEquals(FIRST, outcomes(report));
    assertEquals(2, stores.profiles().list(NO_TEAM).size());
    assertEquals(report.files().get(0).profileUuid(), report.files().get(1).profileUuid());
    assertTrue(report.files().get(0).profileUuid().isPresent());
    assertEquals(4, report.count(ImportOutcome.REFUSED));
    report.files().stream()
        .filter(file -> file.outcome() != ImportOutcome.ADDED)
        .filter(file -> file.outcome() != ImportOutcome.UNCHANGED)
        .forEach(file -> assertTrue(file.toString(), file.reason().endsWith(".")));
    assertEquals("same_key", report.files().get(3).warnings().get(0).code());
    assertEquals(dry.files().get(3).warnings(), report.files().get(3).warnings());
  }

  @Test
  public void aSecondAttemptChangesNothing() {
    run(zip(export), false);
    assertEquals(FIRST.replace(" added", " unchanged"), outcomes(run(zip(export), false)));
    assertEquals(2, stores.profiles().list(NO_TEAM).size());
  }

  @Test
  public void aNameThatIsTakenIsAConflict() {
    byte[] other =
        SampleProfiles.profile("org.new", "Name of dock", "U", payload("com.apple.finder"));
    List<ProfileFile> both =
        List.of(
            new ProfileFile("dock.mobileconfig", dock("dock", "left")),
            new ProfileFile("other.mobileconfig", other));
    ImportReport report = imports.run(Fixtures.ADMIN, NO_TEAM, () -> both, false);
    assertEquals("dock.mobileconfig added\nother.mobileconfig conflict\n", outcomes(report));
    String reason = report.files().get(1).reason();
    assertTrue(reason, reason.contains("(org.old.dock) has the same PayloadDisplayName"));
  }

  @Test
  public void oneFileAndAFolderAreTakenAsWell() throws IOException {
    Path root = folder.getRoot().toPath();
    for (Map.Entry<String, byte[]> file : export.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    Files.write(root.resolve("all.zip"), zip(export));
    assertEquals(8, ProfileFolder.read(root).size());
    assertEquals("a/dock copy.mobileconfig", ProfileFolder.read(root).get(0).name());
    assertEquals(1, ProfileFolder.read(root.resolve("broken.mobileconfig")).size());
    assertEquals(9, ProfileFolder.read(root.resolve("all.zip")).size());
    assertRefused("profiles.unreadable_file", () -> ProfileFolder.read(root.resolve("nowhere")));
  }

  private static void assertRefused(String code, org.junit.function.ThrowingRunnable call) {
    MdmException refused = assertThrows(MdmException.class, call);
    assertEquals(refused.getMessage(), code, refused.code());
  }

  @Test
  public void bombsAndRuinsAreRefusedAsAWhole() {
    byte[] zip = zip(export);
    assertRefused("profiles.bad_archive", () -> run(Arrays.copyOf(zip, zip.length / 2), false));
    assertRefused("profiles.bad_archive", () -> run(Arrays.copyOf(zip, zip.length - 22), false));
    assertRefused(
        "profiles.import_too_large", () -> run(zip(Map.of("zeros", new byte[8 << 20])), false));
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i <= ImportLimits.MOST_FILES; i++) {
      many.put("f" + i, new byte[0]);
    }
    assertRefused("profiles.import_too_large", () -> run(zip(many), false));
    ProfileFile large = new ProfileFile("noise.zip", zip(Map.of("noise", noise(12 << 20))));
    assertRefused("profiles.import_too_large", () -> ProfileFiles.of(List.of(large, large, large)));
    assertRefused("profiles.nothing_to_import", () -> run(zip(Map.of("x/.a", new byte[1])), false));
    assertEquals(List.of(), stores.profiles().list(NO_TEAM));
  }

  @Test
  public void namesAreHarmlessWhereTheyAreShown() {
    String name = "../../etc/\u001b[31m" + "x".repeat(300) + ".mobileconfig";
    ImportReport report = run(zip(Map.of(name, new byte[1])), false);
    String shown = report.files().get(0).file();
    assertTrue(shown, shown.startsWith("../../etc/?[31m") && shown.length() < 260);
  }

  @Test
  public void whoMayNotAddIsRefusedBeforeAnythingIsRead() {
    ProfileImport forbidden =
        new ProfileImport(
            new CustomProfiles(stores.profiles(), scope),
            stores.profiles(),
            new ProfileScope(stores.teams(), FakeAccess.allowing(Permission.VIEW_PROFILES)),
            ProfileInspection.of(stores.profiles(), stores.hosts(), false, clock));
    MdmException refused =
        assertThrows(
            MdmException.class,
            () ->
                forbidden.run(
                    Fixtures.ADMIN,
                    NO_TEAM,
                    () -> {
                      throw new AssertionError("read");
                    },
                    false));
    assertEquals(MdmException.Kind.FORBIDDEN, refused.kind());
  }

  private static ProfileFile numbered(int number) {
    byte[] content =
        SampleProfiles.profile(
            "org.old.n" + number,
            "Number " + number,
            SampleProfiles.uuid("n" + number),
            payload("com.apple.relay.managed").with("Relays", List.of()));
    return new ProfileFile(number + ".mobileconfig", content);
  }

  private static <T> T recording(Class<T> type, T real, List<String> calls) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, values) -> {
              calls.add(method.getName());
              try {
                return method.invoke(real, values);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @Test
  public void manyFilesMarkAndCountTheMacsAFewTimes() {
    List<String> calls = new ArrayList<>();
    ProfileStore profiles = recording(ProfileStore.class, stores.profiles(), calls);
    HostStore hosts = recording(HostStore.class, stores.hosts(), calls);
    ProfileImport counted =
        new ProfileImport(
            new CustomProfiles(profiles, scope),
            profiles,
            scope,
            ProfileInspection.of(profiles, hosts, false, clock));
    List<ProfileFile> many = IntStream.range(0, 101).mapToObj(ProfileImportTest::numbered).toList();
    ImportReport report = counted.run(Fixtures.ADMIN, NO_TEAM, () -> many, false);
    assertEquals(101, report.count(ImportOutcome.ADDED));
    assertTrue(report.files().stream().allMatch(file -> file.profileUuid().isPresent()));
    assertEquals(List.of("list", "list", "osVersions", "addAll", "addAll"), calls);
  }

  /** Between the look at what is there and the adding. */
  @Test
  public void whatSomebodyElseAddsMeanwhileIsAConflictOfThatFileAlone() {
    List<ProfileFile> three = List.of(numbered(1), numbered(2), numbered(3));
    ProfileStore raced =
        (ProfileStore)
            Proxy.newProxyInstance(
                ProfileStore.class.getClassLoader(),
                new Class<?>[] {ProfileStore.class},
                (self, method, values) -> {
                  if (method.getName().equals("addAll")
                      && stores.profiles().list(NO_TEAM).isEmpty()) {
                    new CustomProfiles(stores.profiles(), scope)
                        .add(Fixtures.ADMIN, NO_TEAM, three.get(1).content());
                  }
                  try {
                    return method.invoke(stores.profiles(), values);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    ImportReport report =
        new ProfileImport(
                new CustomProfiles(raced, scope),
                raced,
                scope,
                ProfileInspection.of(raced, stores.hosts(), false, clock))
            .run(Fixtures.ADMIN, NO_TEAM, () -> three, false);
    assertEquals(
        "1.mobileconfig added\n2.mobileconfig conflict\n3.mobileconfig added\n", outcomes(report));
    assertEquals(Optional.empty(), report.files().get(1).profileUuid());
    assertTrue(report.files().get(2).profileUuid().isPresent());
    assertEquals(3, stores.profiles().list(NO_TEAM).size());
  }
}
