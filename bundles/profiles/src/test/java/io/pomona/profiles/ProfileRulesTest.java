package io.pomona.profiles;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistWriter;
import io.pomona.testkit.SampleProfiles;
import io.pomona.testkit.SharedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.Test;

public class ProfileRulesTest {
  private static void assertRefused(String code, byte[] content) {
    MdmException refused = assertThrows(MdmException.class, () -> ProfileRules.read(content));
    assertEquals(refused.getMessage(), code, refused.code());
  }

  private static byte[] with(PlistDict payload) {
    return SampleProfiles.profile("org.example.a", "A", "U", payload);
  }

  private static PlistDict payload(String type) {
    return PlistDict.builder().put("PayloadType", type).build();
  }

  @Test
  public void anOrdinaryProfileIsTaken() {
    assertEquals(
        "A", ProfileRules.read(SampleProfiles.screenSaver("org.example.a", "A", 1)).displayName());
  }

  @Test
  public void profilesFromElsewhereAreTaken() throws IOException {
    for (String name :
        List.of(
            "zentral__tests__mdm__testdata__test.mobileconfig",
            "nanocmd__utils__mobileconfig__testdata__test.mobileconfig")) {
      byte[] content = Files.readAllBytes(SharedFolder.require("vectors/" + name));
      assertEquals(false, ProfileRules.read(content).identifier().isEmpty());
    }
  }

  @Test
  public void whatIsNoProfileIsRefused() {
    assertRefused("profiles.malformed", "hello".getBytes(StandardCharsets.UTF_8));
    assertRefused("profiles.malformed", new byte[] {0x30, (byte) 0x82, 1, 2});
    assertRefused("profiles.malformed", new byte[0]);
    assertRefused(
        "profiles.malformed",
        PlistWriter.write(PlistDict.builder().put("PayloadType", "Other").build()));
  }

  @Test
  public void whatTheServerOwnsIsRefused() {
    assertRefused("profiles.mdm_payload", with(payload("com.apple.mdm")));
    assertRefused("profiles.filevault_payload", with(payload("com.apple.MCX.FileVault2")));
    assertRefused(
        "profiles.filevault_payload", with(payload("com.apple.security.FDERecoveryKeyEscrow")));
    assertRefused(
        "profiles.filevault_payload", with(payload("com.apple.security.FDERecoveryRedirect")));
    assertRefused(
        "profiles.filevault_payload",
        with(payload("com.apple.MCX").with("dontAllowFDEDisable", true)));
  }

  @Test
  public void otherSettingsOfMcxAreTaken() {
    ProfileRules.read(with(payload("com.apple.MCX").with("DisableGuestAccount", true)));
  }

  @Test
  public void reservedIdentifiersAreRefused() {
    assertRefused(
        "profiles.reserved_identifier", SampleProfiles.screenSaver("io.pomona.x", "A", 1));
    byte[] scep =
        PlistWriter.write(
            PlistDict.builder()
                .put("PayloadType", "Configuration")
                .put("PayloadVersion", 1)
                .put("PayloadIdentifier", "org.example.a")
                .put("PayloadUUID", "U")
                .put("PayloadDisplayName", "A")
                .put(
                    "PayloadContent",
                    List.of(
                        payload("com.apple.security.scep")
                            .with("PayloadIdentifier", "io.pomona.enrollment.scep")
                            .with("PayloadUUID", "V")))
                .build());
    assertRefused("profiles.reserved_identifier", scep);
  }

  @Test
  public void encryptedPayloadsAreRefused() {
    assertRefused(
        "profiles.encrypted",
        PlistWriter.write(
            PlistDict.builder()
                .put("PayloadType", "Configuration")
                .put("PayloadIdentifier", "org.example.a")
                .put("PayloadUUID", "U")
                .put("PayloadDisplayName", "A")
                .put("EncryptedPayloadContent", new byte[] {1})
                .build()));
  }

  @Test
  public void hugeFilesAndLongNamesAreRefused() {
    assertRefused("profiles.too_large", new byte[ProfileRules.MOST_BYTES + 1]);
    assertRefused(
        "profiles.bad_text", SampleProfiles.screenSaver("org.example.a", "A".repeat(256), 1));
    assertRefused("profiles.bad_text", SampleProfiles.screenSaver("org.example.a", "A\tB", 1));
  }
}
