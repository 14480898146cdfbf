package io.pomona.enrollment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistReader;
import io.pomona.testkit.Fixtures;
import java.time.Duration;
import java.util.Optional;
import org.junit.Test;

public class EnrollmentProfilesTest {
  private final EnrollmentWorld world = new EnrollmentWorld();

  private static PlistDict payload(byte[] profile, String type) {
    return PlistReader.read(profile).dicts("PayloadContent").stream()
        .filter(each -> each.string("PayloadType").equals(Optional.of(type)))
        .findFirst()
        .orElseThrow();
  }

  private static String challenge(byte[] profile) {
    return scep(profile).string("Challenge").orElseThrow();
  }

  private static PlistDict scep(byte[] profile) {
    return payload(profile, "com.apple.security.scep").dict("PayloadContent").orElseThrow();
  }

  @Test
  public void theProfilePointsHere() {
    byte[] profile = world.profiles.manual();
    PlistDict mdm = payload(profile, "com.apple.mdm");
    assertEquals(
        Optional.of(EnrollmentProfiles.PROFILE_IDENTIFIER),
        PlistReader.read(profile).string("PayloadIdentifier"));
    assertEquals(Optional.of("https://mdm.example.com/mdm/apple/mdm"), mdm.string("ServerURL"));
    assertEquals(Optional.of(Fixtures.TOPIC), mdm.string("Topic"));
    assertEquals(
        Optional.of("https://mdm.example.com/mdm/apple/scep"), scep(profile).string("URL"));
    assertEquals(20, scep(profile).data("CAFingerprint").orElseThrow().length);
    payload(profile, "com.apple.security.root");
  }

  @Test
  public void withMutualTlsOnlyTheChannelGoesToThatPort() {
    byte[] profile = new EnrollmentWorld(Configs.identity("signature", "mtls")).profiles.manual();
    assertEquals(
        Optional.of("https://mdm.example.com:8444/mdm/apple/mdm"),
        payload(profile, "com.apple.mdm").string("ServerURL"));
    assertEquals(
        Optional.of("https://mdm.example.com/mdm/apple/scep"), scep(profile).string("URL"));
    byte[] other = new EnrollmentWorld(Configs.identity("proxy")).profiles.manual();
    assertEquals(
        Optional.of("https://mdm.example.com/mdm/apple/mdm"),
        payload(other, "com.apple.mdm").string("ServerURL"));
  }

  @Test
  public void aRenewalDiffersInTheChallengeOnly() {
    byte[] manual = world.profiles.manual();
    byte[] renewal = world.profiles.renewal(Fixtures.udid(1), Duration.ofDays(1));
    assertNotEquals(challenge(manual), challenge(renewal));
    assertEquals(
        new String(manual).replace(challenge(manual), ""),
        new String(renewal).replace(challenge(renewal), ""));
  }

  @Test
  public void anUnusedChallengeEndsAfterAWeek() {
    byte[] profile = world.profiles.manual();
    world.clock.advance(Duration.ofDays(7));
    assertEquals(Optional.empty(), new TestMac(world, 1).scep(profile));
  }
}
