package io.pomona.updates.nudge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import io.pomona.api.enrollment.Host;
import io.pomona.api.profiles.DesiredProfile;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.protocol.digest.Sha256;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistReader;
import io.pomona.protocol.profile.MobileConfig;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** The profile with Nudge's settings, and whose it is. */
public class NudgeProfileTest {
  private static final String VECTOR =
      "vectors/nudge__Example_Assets__com.github.macadmins.Nudge.mobileconfig";

  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final NudgeProfile nudge = new NudgeProfile(stores.updatePolicies(), clock);

  private static UpdatePolicy policy(String version) {
    return new UpdatePolicy(
        version, LocalDate.of(2026, 12, 24), LocalTime.of(20, 0), ZoneId.of("Europe/Berlin"));
  }

  private void require(Optional<UpdatePolicy> policy) {
    stores
        .updatePolicies()
        .put(
            Optional.empty(),
            policy,
            Fixtures.activity("edited_macos_min_version"),
            clock.instant());
  }

  private Host mac(String version) {
    return NudgeScene.mac(stores, 1, version, clock.instant());
  }

  private static PlistDict settings(byte[] profile) {
    return MobileConfig.read(profile).dictionary().dicts("PayloadContent").get(0);
  }

  @Test
  public void macsOfTwelveAndThirteenHaveItWhileTheyAreOlder() {
    require(Optional.of(policy("14.6.1")));
    assertEquals(1, nudge.profilesFor(mac("13.6")).size());
    assertEquals(1, nudge.profilesFor(mac("12.0.1")).size());
    assertEquals(List.of(), nudge.profilesFor(mac("14.1")));
    assertEquals(List.of(), nudge.profilesFor(mac("14.6.1")));
    assertEquals(List.of(), nudge.profilesFor(mac("11.7")));
    require(Optional.of(policy("13.2")));
    assertEquals(List.of(), nudge.profilesFor(mac("13.6")));
    require(Optional.empty());
    assertEquals(List.of(), nudge.profilesFor(mac("12.0.1")));
  }

  @Test
  public void whoseMdmIsOffHasNone() {
    require(Optional.of(policy("14.6.1")));
    mac("13.6");
    stores
        .enrollments()
        .checkOut(NudgeScene.channel(1), clock.instant(), Fixtures.activity("mdm_unenrolled"));
    assertEquals(List.of(), nudge.profilesFor(NudgeScene.find(stores, 1)));
  }

  @Test
  public void itIsAnotherOneForWhatIsRequiredOtherwise() {
    require(Optional.of(policy("14.6.1")));
    DesiredProfile one = nudge.profilesFor(mac("13.6")).get(0);
    assertEquals(one.contentSha256(), Sha256.hex(nudge.content(mac("13.6"), one)));
    require(Optional.of(policy("14.7")));
    DesiredProfile other = nudge.profilesFor(mac("13.6")).get(0);
    assertEquals(one.identifier(), other.identifier());
    assertNotEquals(one.payloadUuid(), other.payloadUuid());
    assertNotEquals(one.contentSha256(), other.contentSha256());
  }

  @Test
  public void itSaysWhatIsRequiredAsAnInstant() {
    PlistDict settings = settings(NudgeProfile.encoded(policy("14.6.1")));
    assertEquals(Optional.of("com.github.macadmins.Nudge"), settings.string("PayloadType"));
    PlistDict requirement = settings.dicts("osVersionRequirements").get(0);
    assertEquals(Optional.of("14.6.1"), requirement.string("requiredMinimumOSVersion"));
    assertEquals(
        Optional.of(Instant.parse("2026-12-24T19:00:00Z")),
        requirement.date("requiredInstallationDate"));
    assertEquals(
        Optional.of(6300L),
        settings.dict("userExperience").orElseThrow().integer("imminentRefreshCycle"));
    assertEquals(1, settings.dict("userInterface").orElseThrow().dicts("updateElements").size());
  }

  /** Of a wrong type Nudge would take nothing. */
  @Test
  public void everyValueHasTheTypeOfNudgesOwnExample() throws IOException {
    Path shared = Path.of(System.getProperty("pomona.shared", "")).resolve(VECTOR);
    assumeTrue("needs " + VECTOR, Files.exists(shared));
    PlistDict example = settings(Files.readAllBytes(shared));
    PlistDict ours = settings(NudgeProfile.encoded(policy("14.6.1")));
    int compared = 0;
    for (String section : List.of("optionalFeatures", "userExperience", "userInterface")) {
      compared +=
          compare(section, example.dict(section).orElseThrow(), ours.dict(section).orElseThrow());
    }
    compared +=
        compare(
            "osVersionRequirements",
            example.dicts("osVersionRequirements").get(0),
            ours.dicts("osVersionRequirements").get(0));
    compared +=
        compare(
            "updateElements",
            example.dict("userInterface").orElseThrow().dicts("updateElements").get(0),
            ours.dict("userInterface").orElseThrow().dicts("updateElements").get(0));
    assertTrue("compared " + compared, compared > 25);
  }

  private static int compare(String where, PlistDict example, PlistDict ours) {
    int compared = 0;
    for (String key : ours.keys()) {
      if (example.has(key)) {
        compared++;
        assertEquals(where + "." + key, type(example, key), type(ours, key));
      }
    }
    return compared;
  }

  private static String type(PlistDict dict, String key) {
    Object value = dict.asMap().get(key);
    return value instanceof List ? "List" : value.getClass().getSimpleName();
  }

  @Test
  public void whatIsWrittenCanBeRead() {
    assertEquals(
        Optional.of(NudgeProfile.IDENTIFIER),
        PlistReader.read(NudgeProfile.encoded(policy("14.6.1"))).string("PayloadIdentifier"));
  }
}
