package io.pomona.abm.assistant;

import io.pomona.protocol.dep.SetupProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Macs get whose team says nothing: supervised and bound to the organization, through a Setup
 * Assistant that asks nothing that the organization decides. Accessibility, location and Touch ID
 * are the person's and stay.
 */
final class DefaultAssistant {
  private static final List<String> SKIPPED =
      List.of(
          "Appearance",
          "AppleID",
          "AppStore",
          "Diagnostics",
          "FileVault",
          "iCloudDiagnostics",
          "iCloudStorage",
          "Intelligence",
          "Payment",
          "Privacy",
          "Restore",
          "ScreenTime",
          "Siri",
          "SoftwareUpdate",
          "TermsOfAddress",
          "TOS",
          "UnlockWithWatch",
          "UpdateCompleted",
          "Wallpaper",
          "Welcome");

  private DefaultAssistant() {}

  static SetupProfile profile() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("profile_name", "Pomona automatic enrollment");
    fields.put("is_supervised", true);
    fields.put("is_mandatory", true);
    fields.put("is_mdm_removable", false);
    fields.put("skip_setup_items", SKIPPED);
    return new SetupProfile(fields, List.of());
  }
}
