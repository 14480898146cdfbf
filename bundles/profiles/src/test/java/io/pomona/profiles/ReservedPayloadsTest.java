package io.pomona.profiles;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.testkit.SampleProfiles;
import java.util.List;
import org.junit.Test;

public class ReservedPayloadsTest {
  private static void assertRefused(String code, String instead, PlistDict payload) {
    MdmException refused = assertThrows(MdmException.class, () -> read(payload));
    assertEquals(refused.getMessage(), code, refused.code());
    assertTrue(refused.getMessage(), refused.getMessage().contains(instead));
  }

  private static void read(PlistDict payload) {
    ProfileRules.read(SampleProfiles.profile("org.example.a", "A", "U", payload));
  }

  private static PlistDict payload(String type) {
    return PlistDict.builder().put("PayloadType", type).build();
  }

  private static PlistDict scep(String url) {
    return payload("com.apple.security.scep")
        .with("PayloadContent", PlistDict.builder().put("URL", url).build());
  }

  private static PlistDict preferences(String domain, String key) {
    PlistDict settings = PlistDict.builder().put(key, true).build();
    PlistDict forced = PlistDict.builder().put("mcx_preference_settings", settings).build();
    return payload("com.apple.ManagedClient.preferences")
        .with(
            "PayloadContent",
            PlistDict.builder()
                .put(domain, PlistDict.builder().put("Forced", List.of(forced)).build())
                .build());
  }

  @Test
  public void theReasonNamesWhatToUseInstead() {
    assertRefused("profiles.mdm_payload", "enrollment profile", payload("com.apple.mdm"));
    assertRefused(
        "profiles.filevault_payload", "disk encryption", payload("com.apple.MCX.FileVault2"));
    assertRefused(
        "profiles.scep_payload", "by enrolling", scep("https://old.example/mdm/apple/scep"));
    assertRefused(
        "profiles.scep_payload", "by enrolling", scep("https://old.example/mdm/apple/scep/?a=b"));
  }

  @Test
  public void certificatesFromElsewhereAreTaken() {
    read(scep("https://ca.example/scep"));
  }

  @Test
  public void managedPreferencesAreNoWayAround() {
    assertRefused(
        "profiles.filevault_payload",
        "com.apple.MCX",
        preferences("com.apple.MCX", "dontAllowFDEDisable"));
    assertRefused(
        "profiles.filevault_payload",
        "FileVault2",
        preferences("com.apple.MCX.FileVault2", "Enable"));
    read(preferences("com.apple.MCX", "DisableGuestAccount"));
    read(preferences("com.apple.dock", "autohide"));
  }

  @Test
  public void ourIdentifiersAreReservedHoweverTheyAreWritten() {
    MdmException refused =
        assertThrows(
            MdmException.class,
            () -> ProfileRules.read(SampleProfiles.screenSaver("IO.Pomona.x", "A", 1)));
    assertEquals("profiles.reserved_identifier", refused.code());
  }
}
