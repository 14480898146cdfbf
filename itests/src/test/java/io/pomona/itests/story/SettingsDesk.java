package io.pomona.itests.story;

import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.Pomonactl;
import java.nio.file.Path;
import java.util.Map;

/** Somebody who administers by files: a terminal, and a folder of settings as the page has it. */
final class SettingsDesk {
  static final String APPLY = "apply -f . --env-file staging.env";
  static final String NOTHING = "Nothing to change.\n";

  final SampleProfile printers = SampleProfile.named("Printers");
  final Pomonactl pomonactl;
  final SettingsFolder folder;
  private final AdminApi admin;
  private final Path home;

  SettingsDesk(Stage stage, Path home) {
    this.admin = stage.admin();
    this.home = home;
    this.pomonactl = stage.pomonactl(home);
    this.folder = SettingsFolder.ofThePage(path("settings"), stage.pomona(), printers);
  }

  Path path(String name) {
    return home.resolve(name);
  }

  JsonNode teams() {
    return admin.get("/api/v1/teams").ok().json().get("teams");
  }

  /** Without teams, profiles and a macOS that is required. */
  void emptyServer() {
    Map<String, Object> none = Map.of("minimum_version", "", "deadline", "");
    Map<String, Object> mdm =
        Map.of("macos_updates", none, "macos_settings", Map.of("enable_disk_encryption", false));
    admin.method("PATCH", "/api/v1/config", Map.of("mdm", mdm)).ok();
    teams().forEach(team -> admin.delete("/api/v1/teams/" + team.get("id").asLong()).ok());
    String profiles = "/api/v1/configuration_profiles";
    admin
        .get(profiles)
        .ok()
        .json()
        .get("profiles")
        .forEach(one -> admin.delete(profiles + "/" + one.get("profile_uuid").asText()).ok());
  }

  static void assertSays(String text, String... parts) {
    for (String part : parts) {
      assertTrue(text, text.contains(part));
    }
  }
}
