package io.pomona.protocol.profile;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;

import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;

public class EnrollmentProfileTest {

  static EnrollmentProfile profile(String challenge) {
    return new EnrollmentProfile(
        "org.example.mdm",
        "Acme & Sons",
        "Acme <enrollment>",
        new ScepIdentity(
            "https://mdm.example/mdm/scep",
            "acme",
            "Acme %HardwareUUID%",
            challenge,
            Optional.of(new byte[] {1, 2})),
        MdmConnection.of("com.apple.mgmt.External.1", "https://mdm.example/mdm/apple/mdm")
            .withCheckInUrl("https://mdm.example/mdm/apple/checkin"),
        List.of(new byte[] {3}, new byte[] {4}));
  }

  @Test
  public void isAReadableProfile() {
    MobileConfig read = MobileConfig.read(profile("c&1").encode());
    assertEquals("org.example.mdm.enroll", read.identifier());
    assertEquals("Acme <enrollment>", read.displayName());
    assertEquals(Optional.of("Acme & Sons"), read.organization());
    assertEquals(Optional.empty(), read.scope());
    assertEquals(
        List.of(
            "com.apple.security.root",
            "com.apple.security.root",
            "com.apple.security.scep",
            "com.apple.mdm"),
        read.payloads().stream().map(PayloadSummary::type).toList());
    Set<String> uuids =
        read.payloads().stream().map(PayloadSummary::uuid).collect(Collectors.toSet());
    assertEquals(4, uuids.size());
    assertFalse(uuids.contains(read.uuid()));
  }

  @Test
  public void tiesTheIdentityToTheMdmPayload() {
    List<PlistDict> payloads = PlistReader.read(profile("c").encode()).dicts("PayloadContent");
    PlistDict scep = payloads.get(2);
    PlistDict mdm = payloads.get(3);
    assertEquals(scep.string("PayloadUUID"), mdm.string("IdentityCertificateUUID"));
    assertEquals(Optional.of(8191L), mdm.integer("AccessRights"));
    assertEquals(Optional.of(true), mdm.bool("SignMessage"));
    assertEquals(MdmConnection.DEFAULT_CAPABILITIES, mdm.strings("ServerCapabilities"));
    assertEquals(Optional.of("https://mdm.example/mdm/apple/checkin"), mdm.string("CheckInURL"));
    PlistDict values = scep.dict("PayloadContent").get();
    assertEquals(Optional.of("c"), values.string("Challenge"));
    assertEquals(
        List.of(
            List.of(List.of("O", "Acme & Sons")), List.of(List.of("CN", "Acme %HardwareUUID%"))),
        values.array("Subject"));
  }

  @Test
  public void isTheSameProfileWhenWrittenAgain() {
    assertArrayEquals(profile("c").encode(), profile("c").encode());
    assertEquals(
        MobileConfig.read(profile("c").encode()).payloads(),
        MobileConfig.read(profile("d").encode()).payloads());
    assertNotEquals(PayloadUuids.of("a"), PayloadUuids.of("b"));
    assertEquals("D71C64C3-1A6B-3A89-8ED8-A3BD8E7B1B6C".length(), PayloadUuids.of("a").length());
  }

  @Test
  public void keepsTheChallengeToItself() {
    assertFalse(profile("hunter2").toString().contains("hunter2"));
  }
}
