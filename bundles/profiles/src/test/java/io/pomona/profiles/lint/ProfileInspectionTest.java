package io.pomona.profiles.lint;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.NewProfile;
import io.pomona.api.profiles.Profile;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.profile.MobileConfig;
import io.pomona.protocol.profile.PayloadSummary;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SampleProfiles;
import io.pomona.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.Test;

public class ProfileInspectionTest {
  private static final Optional<TeamId> NO_TEAM = Optional.empty();

  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final ProfileInspection inspection = inspection(false);

  private ProfileInspection inspection(boolean signedIsExpected) {
    return ProfileInspection.of(stores.profiles(), stores.hosts(), signedIsExpected, clock);
  }

  private static PlistDict payload(String type, Object... entries) {
    PlistDict.Builder payload = PlistDict.builder().put("PayloadType", type);
    for (int i = 0; i < entries.length; i += 2) {
      payload.put((String) entries[i], entries[i + 1]);
    }
    return payload.build();
  }

  private static byte[] profile(String name, PlistDict... payloads) {
    return SampleProfiles.profile("org.example." + name, name, SampleProfiles.uuid(name), payloads);
  }

  private static byte[] with(String key, String entry) {
    String text =
        new String(profile("a", payload("com.apple.dock")), StandardCharsets.UTF_8)
            .replaceFirst("<dict>", "<dict><key>" + key + "</key>" + entry);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Profile store(String name, PlistDict... payloads) {
    return store(profile(name, payloads));
  }

  private Profile store(byte[] content) {
    MobileConfig config = MobileConfig.read(content);
    return stores
        .profiles()
        .add(
            new NewProfile(
                NO_TEAM, config.identifier(), config.displayName(), config.uuid(), content),
            clock.instant(),
            Fixtures.activity("created_macos_profile"));
  }

  private List<LintWarning> lint(byte[] content) {
    return inspection.of(MobileConfig.read(content), NO_TEAM);
  }

  private static String codes(List<LintWarning> warnings) {
    return warnings.stream().map(LintWarning::code).collect(Collectors.joining(" "));
  }

  private String codes(byte[] content) {
    return codes(lint(content));
  }

  private String messages(byte[] content) {
    return lint(content).stream().map(LintWarning::message).collect(Collectors.joining(" "));
  }

  @Test
  public void anOrdinaryProfileIsFine() {
    assertEquals("", codes(profile("dock", payload("com.apple.dock", "autohide", true))));
  }

  @Test
  public void payloadTypesAreHeldAgainstApples() {
    assertEquals(
        "unknown_payload_type",
        codes(profile("chrome", payload("com.google.Chrome", "HomepageLocation", "x"))));
    byte[] slip = profile("slip", payload("com.apple.dokc", "autohide", true));
    assertTrue(messages(slip), messages(slip).contains("slip of the pen"));
    byte[] phone = profile("phone", payload("com.apple.app.lock"));
    assertEquals("not_for_macos", codes(phone));
    assertTrue(messages(phone), messages(phone).contains("iOS and tvOS"));
    byte[] saver = profile("saver", payload("com.apple.screensaver", "idleTime", 300));
    assertEquals("missing_key", codes(saver));
    assertTrue(messages(saver), messages(saver).contains("lacks moduleName"));
    assertEquals(
        "user_channel",
        codes(profile("clip", payload("com.apple.webClip.managed", "URL", "x", "Label", "y"))));
    assertEquals(
        "removed_payload missing_key", codes(profile("dash", payload("com.apple.dashboard"))));
    assertEquals("deprecated_payload", codes(profile("ui", payload("com.apple.systemuiserver"))));
  }

  @Test
  public void whatTheProfileSaysOfItselfIsRead() {
    assertEquals("user_scope", codes(with("PayloadScope", "<string>User</string>")));
    assertEquals("", codes(with("PayloadScope", "<string>System</string>")));
    assertEquals("not_for_macos", codes(with("TargetDeviceType", "<integer>1</integer>")));
    assertEquals("", codes(with("TargetDeviceType", "<integer>5</integer>")));
    assertEquals(
        "ended removes_itself", codes(with("RemovalDate", "<date>2001-01-01T00:00:00Z</date>")));
    assertEquals("removes_itself", codes(with("DurationUntilRemoval", "<real>60</real>")));
  }

  @Test
  public void unsignedIsOddOnlyWhereSignedIsExpected() {
    MobileConfig dock = MobileConfig.read(profile("dock", payload("com.apple.dock")));
    assertEquals("unsigned", codes(inspection(true).of(dock, NO_TEAM)));
    assertEquals("", codes(inspection(false).of(dock, NO_TEAM)));
  }

  @Test
  public void twoProfilesThatSetTheSameKeyAreNamed() {
    store("Dock left", payload("com.apple.dock", "orientation", "left", "autohide", true));
    byte[] right = profile("right", payload("com.apple.dock", "orientation", "right"));
    assertEquals("same_key", codes(right));
    assertTrue(
        messages(right),
        messages(right).contains("\"Dock left\" sets orientation of com.apple.dock"));
    assertEquals("", codes(profile("size", payload("com.apple.dock", "tilesize", 32))));
    assertEquals(
        "same_key", codes(profile("managed", preferences("com.apple.dock", "autohide", false))));
  }

  private static PlistDict preferences(String domain, String key, Object value) {
    return payload(
        "com.apple.ManagedClient.preferences",
        "PayloadContent",
        PlistDict.builder()
            .put(
                domain,
                PlistDict.builder()
                    .put(
                        "Forced",
                        List.of(
                            PlistDict.builder()
                                .put(
                                    "mcx_preference_settings",
                                    PlistDict.builder().put(key, value).build())
                                .build()))
                    .build())
            .build());
  }

  @Test
  public void accountsAndCertificatesStandBesideEachOther() {
    store("Office", payload("com.apple.wifi.managed", "SSID_STR", "office"));
    assertEquals("", codes(profile("home", payload("com.apple.wifi.managed", "SSID_STR", "home"))));
  }

  @Test
  public void theSameUuidWithOtherBytesIsTold() {
    store("Dock", payload("com.apple.dock", "autohide", true));
    String uuid = SampleProfiles.uuid("Dock");
    PlistDict changed = payload("com.apple.dock", "autohide", false);
    byte[] successor = SampleProfiles.profile("org.example.Dock", "Dock", uuid, changed);
    assertEquals("identifier_taken same_uuid", codes(successor));
    assertTrue(messages(successor), messages(successor).contains("Give the changed profile a new"));
    byte[] copy =
        SampleProfiles.profile("org.example.copy", "Copy", uuid, payload("com.apple.finder"));
    assertEquals("same_uuid", codes(copy));
    byte[] again = profile("Dock", payload("com.apple.dock", "autohide", true));
    assertEquals("identifier_taken", codes(again));
    assertEquals(
        "name_taken",
        codes(SampleProfiles.profile("org.example.new", "Dock", "U", payload("com.apple.finder"))));
  }

  @Test
  public void aStoredProfileIsNotComparedWithItself() {
    Profile dock = store("Dock", payload("com.apple.dock", "autohide", true));
    assertEquals("", codes(inspection.of(dock)));
    store("Other", payload("com.apple.dock", "autohide", false));
    assertEquals("same_key", codes(inspection.of(dock)));
    stores
        .profiles()
        .delete(dock.id(), clock.instant(), Fixtures.activity("deleted_macos_profile"));
    assertEquals("", codes(inspection.of(dock)));
  }

  @Test
  public void macsThatAreTooOldAreCounted() {
    byte[] relay = profile("relay", payload("com.apple.relay.managed", "Relays", List.of()));
    Fixtures.EnrolledMac mac = Fixtures.enrolledMac(stores, 1, clock.instant());
    assertEquals("", codes(relay));
    MacFacts facts = new MacFacts("S1", "Old", "Mac15,6", "MacBook Pro", "13.7.1", "22H1");
    stores
        .hosts()
        .report(
            mac.channel(),
            Optional.of(facts),
            new HostInventory(Optional.empty(), Optional.empty()),
            clock.instant());
    assertEquals("needs_newer_macos", codes(relay));
    assertTrue(messages(relay), messages(relay).contains("macOS 14.0; 1 Mac here has an older"));
  }

  @Test
  public void theAreasOfAStoredProfileAreToldInItsOrder() {
    Profile stored = store("two", payload("com.apple.dock"), payload("com.apple.screensaver"));
    assertEquals(
        List.of("com.apple.dock", "com.apple.screensaver"),
        inspection.payloads(stored).stream().map(PayloadSummary::type).toList());
    stores
        .profiles()
        .delete(stored.id(), clock.instant(), Fixtures.activity("deleted_macos_profile"));
    assertEquals(List.of(), inspection.payloads(stored));
  }
}
