package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.testkit.SamplePackages;
import io.pomona.testkit.SampleProfiles;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.ClassRule;
import org.junit.Test;

/** What {@code apply} of an existing client sends for each kind of document, in its order. */
public class FleetctlApplyStory {
  @ClassRule public static final Stage STAGE = new Stage();

  private final Fleetctl fleetctl = new Fleetctl(STAGE.admin());

  private static Map<String, Object> profiles(byte[]... files) {
    return Map.of("profiles", Stream.of(files).map(Base64.getEncoder()::encodeToString).toList());
  }

  private static Map<String, Object> paths(String... paths) {
    return Map.of("macos_settings", Map.of("custom_settings", List.of(paths)));
  }

  /** As the client does it: a dry run sends the same calls first. */
  @Test
  public void aTeamDocumentIsAppliedWithItsProfiles() {
    byte[] saver = SampleProfiles.screenSaver("org.example.fleetctl.team", "Fleetctl team", 300);
    Map<String, Object> specs =
        Map.of("specs", List.of(Map.of("name", "Applied", "mdm", paths("lib/saver.mobileconfig"))));
    assertTrue(
        fleetctl
            .post("spec/teams?dry_run=true", specs)
            .ok()
            .json()
            .get("team_ids_by_name")
            .isEmpty());
    String batch = "mdm/apple/profiles/batch?team_name=Applied";
    assertEquals(204, fleetctl.post(batch + "&dry_run=true", profiles(saver)).status());
    assertEquals(404, fleetctl.post(batch, profiles(saver)).status());
    long id =
        fleetctl.post("spec/teams", specs).ok().json().at("/team_ids_by_name/Applied").asLong();
    assertEquals(204, fleetctl.post(batch, profiles(saver)).status());
    JsonNode team = fleetctl.get("teams?query=Applied").get("teams").get(0);
    assertEquals(id, team.get("id").asLong());
    assertEquals(
        "lib/saver.mobileconfig", team.at("/mdm/macos_settings/custom_settings/0").asText());
    for (String key : List.of("agent_options", "features", "secrets")) {
      assertTrue(key, team.has(key));
    }
    assertEquals(
        "file",
        fleetctl.get("configuration_profiles?team_id=" + id).at("/profiles/0/origin").asText());
    Map<String, Object> mistyped =
        Map.of("specs", List.of(Map.of("name", "Applied", "mdm", Map.of("no_such", 1))));
    AdminApi.Answer unknown = fleetctl.post("spec/teams", mistyped);
    assertEquals(400, unknown.status());
    assertTrue(unknown.text(), unknown.text().contains("no_such"));
    fleetctl.post("spec/teams?force=true", specs).ok();
    assertEquals(400, fleetctl.post("spec/teams?force=true", mistyped).status());
    fleetctl.delete("teams/" + id);
  }

  @Test
  public void aConfigDocumentIsAppliedWithItsProfiles() {
    byte[] one = SampleProfiles.screenSaver("org.example.fleetctl.one", "Fleetctl one", 300);
    List<String> before = names();
    for (String path : List.of("mdm/apple/profiles/batch", "mdm/profiles/batch")) {
      assertEquals(204, fleetctl.post(path + "?dry_run=true", profiles(one)).status());
      assertEquals(before, names());
      AdminApi.Answer twice = fleetctl.post(path + "?force=true", profiles(one, one));
      assertEquals(422, twice.status());
      assertTrue(twice.text(), twice.text().contains("profiles[1]"));
      assertEquals(422, fleetctl.post(path, profiles(new byte[] {1})).status());
    }
    assertEquals(before, names());
    JsonNode shown = fleetctl.get("config").at("/mdm/macos_settings/custom_settings");
    fleetctl.patch("config", Map.of("mdm", paths("a.mobileconfig"))).ok();
    assertEquals(
        "a.mobileconfig",
        fleetctl.get("config").at("/mdm/macos_settings/custom_settings/0").asText());
    fleetctl
        .patch("config", Map.of("mdm", Map.of("macos_settings", Map.of("custom_settings", shown))))
        .ok();
  }

  private List<String> names() {
    return fleetctl.get("configuration_profiles").get("profiles").findValuesAsText("name");
  }

  @Test
  public void rolesOfPeopleAreApplied() {
    String email = "fleetctl.roles@example.com";
    Map<String, Object> person =
        Map.of(
            "email", email, "name", "Tom", "password", Pomona.PASSWORD, "global_role", "observer");
    long id = fleetctl.post("users", person).ok().json().at("/user/id").asLong();
    Map<String, Object> roles =
        Map.of("spec", Map.of("roles", Map.of(email, Map.of("global_role", "maintainer"))));
    assertTrue(fleetctl.post("users/roles/spec", roles).ok().json().isObject());
    assertEquals("maintainer", fleetctl.get("users/" + id).at("/user/global_role").asText());
    fleetctl.delete("users/" + id);
  }

  @Test
  public void aConfigDocumentIsAppliedAndGivesItselfBack() {
    String name = fleetctl.get("config").at("/org_info/org_name").asText();
    Map<String, Object> wish = Map.of("org_info", Map.of("org_name", "Acme Applied"));
    fleetctl.patch("config?dry_run=true", wish).ok();
    assertEquals(name, fleetctl.get("config").at("/org_info/org_name").asText());
    assertEquals(
        "Acme Applied",
        fleetctl.patch("config", wish).ok().json().at("/org_info/org_name").asText());
    AdminApi.Answer unknown = fleetctl.patch("config", Map.of("org_info", Map.of("org_nam", "x")));
    assertEquals(400, unknown.status());
    assertTrue(unknown.text(), unknown.text().contains("org_name"));
    fleetctl.patch("config", Map.of("org_info", Map.of("org_name", name))).ok();
  }

  @Test
  public void whatIsShownMayBeAppliedAsItIs() {
    JsonNode shown = fleetctl.get("config");
    Map<String, Object> document =
        new ObjectMapper().convertValue(shown, new TypeReference<Map<String, Object>>() {});
    assertEquals(shown, Fleetctl.object("config", fleetctl.patch("config", document)));
  }

  @Test
  public void aListWithoutValueIsNoEmptyList() {
    Map<String, Object> nothing = new HashMap<>();
    nothing.put("custom_settings", null);
    Map<String, Object> mdm = Map.of("macos_settings", nothing);
    String said = Fleetctl.refusal(422, fleetctl.patch("config", Map.of("mdm", mdm)));
    assertTrue(said, said.contains("[]"));
    Map<String, Object> team = Map.of("name", "Never made", "mdm", mdm);
    Fleetctl.refusal(422, fleetctl.post("spec/teams", Map.of("specs", List.of(team))));
    assertEquals(0, fleetctl.get("teams?query=Never").get("teams").size());
  }

  @Test
  public void aSettingThatPomonaDoesNotHaveIsRefusedByName() {
    Map<String, Object> options = Map.of("config", Map.of("options", Map.of()));
    AdminApi.Answer refused = fleetctl.patch("config", Map.of("agent_options", options));
    String said = Fleetctl.refusal(422, refused);
    assertTrue(said, said.endsWith("leave it out"));
    assertEquals("agent_options", refused.json().at("/errors/0/name").asText());
  }

  @Test
  public void aMaintainerAppliesWhatIsHis() {
    Fleetctl maintainer = Fleetctl.newUser(STAGE, "fleetctl.maintainer@example.com", "maintainer");
    byte[] one = SampleProfiles.screenSaver("org.example.fleetctl.his", "Fleetctl his", 300);
    String batch = "mdm/apple/profiles/batch?dry_run=true";
    assertEquals(204, maintainer.post(batch, profiles(one)).status());
    JsonNode shown = fleetctl.get("config").at("/mdm/macos_settings/custom_settings");
    Map<String, Object> wish = Map.of("mdm", paths("his.mobileconfig"));
    maintainer.patch("config?dry_run=true", wish).ok();
    assertEquals(shown, fleetctl.get("config").at("/mdm/macos_settings/custom_settings"));
    Map<String, Object> name = Map.of("org_info", Map.of("org_name", "His"));
    Fleetctl.refusal(403, maintainer.patch("config?dry_run=true", name));
  }

  /** The settings name the file, which comes afterwards. */
  @Test
  public void theSetupAssistantComesByACallOfItsOwn() {
    String path = "lib/setup.json";
    Map<String, Object> setup = Map.of("macos_setup", Map.of("macos_setup_assistant", path));
    Map<String, Object> profile = Map.of("profile_name", "By the client", "is_mandatory", true);
    Map<String, Object> upload = new HashMap<>(Map.of("name", path, "enrollment_profile", profile));
    upload.put("team_id", null);
    fleetctl.patch("config", Map.of("mdm", setup)).ok();
    fleetctl.post("mdm/apple/enrollment_profile", upload).ok();
    assertEquals(
        path, fleetctl.get("config").at("/mdm/macos_setup/macos_setup_assistant").asText());
    assertEquals(
        "By the client",
        fleetctl
            .get("mdm/apple/enrollment_profile")
            .at("/enrollment_profile/profile_name")
            .asText());
    setup = Map.of("macos_setup", Map.of("macos_setup_assistant", ""));
    fleetctl.patch("config", Map.of("mdm", setup)).ok();
    Fleetctl.refusal(404, fleetctl.ask("mdm/apple/enrollment_profile"));
  }

  /** The client has fetched the package from where the file says and found it signed. */
  @Test
  public void aBootstrapPackageIsUploadedAndNamed() {
    String url = "https://example.com/tools.pkg";
    Map<String, Object> specs =
        Map.of(
            "specs",
            List.of(
                Map.of(
                    "name",
                    "Set up",
                    "mdm",
                    Map.of("macos_setup", Map.of("bootstrap_package", url)))));
    long id =
        fleetctl
            .post("spec/teams", specs)
            .ok()
            .json()
            .path("team_ids_by_name")
            .path("Set up")
            .asLong();
    String metadata = "mdm/apple/bootstrap/" + id + "/metadata";
    Fleetctl.refusal(404, fleetctl.ask(metadata));
    Map<String, String> team = Map.of("team_id", "" + id);
    STAGE
        .admin()
        .upload(
            "/api/latest/fleet/mdm/apple/bootstrap",
            team,
            "package",
            "tools.pkg",
            SamplePackages.signed(100))
        .ok();
    JsonNode known = fleetctl.get(metadata + "?for_update=true");
    assertEquals("tools.pkg", known.path("name").asText());
    assertEquals(known.path("sha256"), known.at("/metadata/sha256"));
    assertEquals(
        url,
        fleetctl
            .get("teams?query=Set up".replace(" ", "%20"))
            .at("/teams/0/mdm/macos_setup/bootstrap_package")
            .asText());
    fleetctl.delete("mdm/apple/bootstrap/" + id);
    Fleetctl.refusal(404, fleetctl.ask(metadata));
    fleetctl.delete("teams/" + id);
  }

  /** What the client says of it comes from the answer, or is its own sentence for 404. */
  @Test
  public void whatIsNotServedIsNotFound() {
    for (String path :
        List.of(
            "spec/queries",
            "spec/labels",
            "spec/policies",
            "spec/packs",
            "spec/enroll_secret",
            "scripts/batch",
            "translate")) {
      assertEquals(
          path,
          "Resource Not Found: There is nothing at this path.",
          Fleetctl.refusal(404, fleetctl.post(path, Map.of())));
    }
    Fleetctl.refusal(404, fleetctl.ask("mdm/apple/bootstrap/0/metadata"));
  }
}
