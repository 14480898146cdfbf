package io.pomona.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class ApplyTest {
  private static final String APPLY = "POST /api/v1/apply?dry_run=false&force=false";
  private static final String DRY = "POST /api/v1/apply?dry_run=true&force=false";
  private static final String TEAM =
      """
      apiVersion: v1
      kind: team
      spec:
        team:
          name: Desks
          mdm:
            macos_settings:
              custom_settings:
                - ../lib/wifi.mobileconfig
                - path: ../lib/vpn.mobileconfig
      """;
  private static final String CHANGES =
      """
      {"dry_run":%s,"changes":[
       {"file":"default.yml","line":1,"scope":"organization","section":"org_info",
        "action":"changed","text":"org_name from \\"A\\" to \\"B\\""},
       {"file":"teams/desks.yml","line":1,"scope":"Desks","section":"mdm.macos_settings",
        "action":"added","text":"profile Wi-Fi (com.example.wifi), for 12 Macs"},
       {"file":"teams/desks.yml","line":1,"scope":"Desks","section":"mdm.macos_settings",
        "action":"removed","text":"profile \\u001b[2JOld (com.example.old), from 12 Macs"}]}
      """;

  @Rule public final Desk desk = new Desk();

  @Before
  public void aDirectory() {
    desk.write("default.yml", "apiVersion: v1\nkind: config\nspec: {}\n");
    desk.write("teams/desks.yml", TEAM);
    desk.write("lib/wifi.mobileconfig", "<wifi/>");
    desk.write("lib/vpn.mobileconfig", "<vpn/>");
    desk.write("lib/snippet.yml", "- only: a part\n");
    desk.write(".github/workflows/apply.yml", "on: push\nkind: workflow\n");
    desk.server().on(APPLY, 200, CHANGES.formatted("false"));
    desk.server().on(DRY, 200, CHANGES.formatted("true"));
  }

  private JsonNode sent(int request) throws IOException {
    String line = desk.server().requests().get(request);
    return new ObjectMapper().readTree(line.substring(line.indexOf("] ") + 2)).path("files");
  }

  private String folder() {
    return desk.getRoot().toString();
  }

  @Test
  public void aFolderIsSentAsAWhole() throws IOException {
    assertEquals(desk.err(), 0, desk.run("apply", "-f", folder()));
    assertEquals(1, desk.server().requests().size());
    JsonNode files = sent(0);
    assertEquals(
        List.of(folder() + "/default.yml", folder() + "/teams/desks.yml"),
        files.findValuesAsText("name"));
    assertEquals(TEAM, files.get(1).get("content").asText());
    JsonNode attachments = files.get(1).get("attachments");
    assertEquals("<wifi/>", text(attachments.get("../lib/wifi.mobileconfig")));
    assertEquals("<vpn/>", text(attachments.get("../lib/vpn.mobileconfig")));
    assertEquals(
        "Left out, since they have no kind: " + folder() + "/lib/snippet.yml\n", desk.err());
  }

  private static String text(JsonNode base64) throws IOException {
    return new String(base64.binaryValue(), StandardCharsets.UTF_8);
  }

  @Test
  public void defaultAndTeamsGoBeforeTheRestAndNothingTwice() throws IOException {
    desk.write("aaa.yaml", "kind: user_roles\n");
    assertEquals(0, desk.run("apply", "-f", folder(), "-f", folder() + "/./default.yml"));
    List<String> names = new ArrayList<>();
    sent(0).findValuesAsText("name").forEach(name -> names.add(desk.relative(name)));
    assertEquals(List.of("default.yml", "teams/desks.yml", "aaa.yaml"), names);
  }

  @Test
  public void changesAreToldByScopeInWords() {
    assertEquals(0, desk.run("apply", "-f", folder()));
    assertEquals(
        """
        organization (default.yml)
          ~ org_name from "A" to "B"
        Desks (teams/desks.yml)
          + profile Wi-Fi (com.example.wifi), for 12 Macs
          - profile [2JOld (com.example.old), from 12 Macs

        1 added, 1 changed, 1 removed.
        """,
        desk.out());
  }

  @Test
  public void aDryRunSaysSoAndScriptsCanTellWhetherItFoundSomething() {
    assertEquals(0, desk.run("apply", "-f", folder(), "--dry-run"));
    assertTrue(
        desk.out()
            .endsWith(
                """
                1 to add, 1 to change, 1 to remove.
                This was a dry run: nothing has changed.
                """));
    assertEquals(6, desk.run("apply", "-f", folder(), "--dry-run", "--detailed-exitcode"));
    desk.out();
    desk.server().on(DRY, 200, "{\"dry_run\":true,\"changes\":[]}");
    assertEquals(0, desk.run("apply", "-f", folder(), "--dry-run", "--detailed-exitcode"));
    assertEquals("Nothing to change.\n", desk.out());
    assertEquals(2, desk.run("apply", "-f", folder(), "--detailed-exitcode"));
  }

  @Test
  public void scriptsReadJsonAndYaml() throws IOException {
    assertEquals(0, desk.run("apply", "-f", folder(), "--format=json"));
    assertEquals(3, new ObjectMapper().readTree(desk.out()).get("changes").size());
    assertEquals(0, desk.run("apply", "-f", folder(), "--yaml"));
    assertTrue(desk.out().contains("action: \"removed\""));
  }

  @Test
  public void missingFilesAndVariablesAreNamedBeforeAnythingIsSent() {
    desk.write("teams/labs.yml", TEAM.replace("vpn", "gone").replace("Desks", "$NOT_SET_HERE"));
    desk.write("teams/shops.yml", TEAM.replace("vpn", "gone").replace("Desks", "Shops"));
    assertEquals(5, desk.run("apply", "-f", desk.path("teams").toString()));
    String said = desk.err();
    assertTrue(
        said,
        said.contains("labs.yml, line 5: the environment variable NOT_SET_HERE is not set.\n"));
    assertTrue(
        said, said.contains("shops.yml, line 10: cannot read ../lib/gone.mobileconfig, which"));
    assertEquals(List.of(), desk.server().requests());
  }

  @Test
  public void variablesComeFromAFileAsWellAndAreNotShown() throws IOException {
    desk.write("team.env", "# ours\n\nTEAM_NAME = It's \"x\": y # z\n");
    desk.write("teams/desks.yml", TEAM.replace("Desks", "${TEAM_NAME}"));
    String file = desk.path("teams/desks.yml").toString();
    assertEquals(0, desk.run("apply", "-f", file, "--env-file=" + desk.path("team.env")));
    String content = sent(0).get(0).get("content").asText();
    assertTrue(content, content.contains("name: \"It's \\\"x\\\": y # z\"\n"));
    assertFalse(desk.out().contains("It's"));
    desk.write("team.env", "NAME\n");
    assertEquals(5, desk.run("apply", "-f", file, "--env-file=" + desk.path("team.env")));
    assertTrue(desk.err().endsWith("team.env, line 1: this is not NAME=value.\n"));
  }

  @Test
  public void aRefusalThatAsksForForceSaysHow() {
    String refusal =
        """
            {"message":"Validation failed","errors":[{"name":"mdm.macos_settings.custom_settings",
             "reason":"a.yml, line 8: this takes x off 8 of 12 Macs; say force if that is meant"}],
             "code":"organization.needs_force"}
            """;
    desk.server().on(APPLY, 422, refusal).on(DRY, 422, refusal);
    assertEquals(1, desk.run("apply", "-f", folder()));
    assertEquals("", desk.out());
    assertTrue(
        desk.err()
            .endsWith(
                """
                Error: Validation failed
                a.yml, line 8: mdm.macos_settings.custom_settings: this takes x off 8 of 12 Macs; \
                say force if that is meant
                If that is what you want, say it again with --force.
                """));
    desk.server().on("POST /api/v1/apply?dry_run=false&force=true", 200, "{\"changes\":[]}");
    assertEquals(0, desk.run("apply", "-f", folder(), "--force"));
    desk.out();
    desk.server().on("POST /api/v1/apply?dry_run=true&force=true", 200, CHANGES.formatted(true));
    assertEquals(1, desk.run("apply", "-f", folder(), "--dry-run"));
    assertTrue(desk.out().endsWith("This was a dry run: nothing has changed.\n"));
    assertTrue(desk.err().endsWith("say it again with --force.\n"));
  }

  @Test
  public void onlyARefusalForWhichForceIsEnoughAsksForIt() {
    String refusal =
        """
            {"message":"Validation failed","errors":[{"name":"org_info.org_name",
             "reason":"a.yml, line 8: you say force is with you"}],
             "code":"organization.bad_setting"}
            """;
    desk.server().on(DRY, 422, refusal);
    assertEquals(1, desk.run("apply", "-f", folder(), "--dry-run"));
    assertEquals(1, desk.server().requests().size());
    assertTrue(desk.err().endsWith("you say force is with you\n"));
  }

  @Test
  public void waitingGoesOnUntilNoMacIsPending() {
    desk.server()
        .on(
            "GET /api/v1/teams?page=0&per_page=500",
            200,
            "{\"teams\":[{\"id\":3,\"name\":\"Desks\"}]}")
        .on("GET /api/v1/configuration_profiles/summary?team_id=3", 200, summary(2, 0))
        .then("GET /api/v1/configuration_profiles/summary?team_id=3", 200, summary(0, 0));
    assertEquals(0, desk.run("apply", "-f", folder(), "--wait", "--interval=0s"));
    assertTrue(
        desk.err()
            .endsWith(
                """
                Desks: 2 pending, 0 verifying, 10 verified, 0 failed
                No Mac is pending: Desks: 0 pending, 0 verifying, 10 verified, 0 failed
                """));
  }

  @Test
  public void waitingEndsBadlyForMacsThatFailOrTakeTooLong() {
    desk.server()
        .on(
            "GET /api/v1/teams?page=0&per_page=500",
            200,
            "{\"teams\":[{\"id\":3,\"name\":\"Desks\"}]}")
        .on("GET /api/v1/configuration_profiles/summary?team_id=3", 200, summary(1, 0));
    assertEquals(7, desk.run("apply", "-f", folder(), "--wait", "--timeout=0s"));
    assertTrue(desk.err().contains("Error: Macs are still pending, and will go on: Desks: 1 pen"));
    desk.server().on("GET /api/v1/configuration_profiles/summary?team_id=3", 200, summary(0, 1));
    assertEquals(7, desk.run("apply", "-f", folder(), "--wait"));
    assertTrue(desk.err().contains("Error: Profiles have failed: Desks: 0 pending"));
    assertEquals(2, desk.run("apply", "-f", folder(), "--wait", "--timeout=soon"));
    assertEquals(2, desk.run("apply", "-f", folder(), "--wait", "--dry-run"));
  }

  private static String summary(int pending, int failed) {
    return "{\"pending\":%d,\"verifying\":0,\"verified\":10,\"failed\":%d}"
        .formatted(pending, failed);
  }

  @Test
  public void theStandardInputIsOneFile() throws IOException {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream("\uFEFFkind: config\n".getBytes(StandardCharsets.UTF_8)));
    try {
      assertEquals(0, desk.run("apply", "-f", "-"));
    } finally {
      System.setIn(before);
    }
    assertEquals("stdin", sent(0).get(0).get("name").asText());
    assertEquals("kind: config\n", sent(0).get(0).get("content").asText());
  }

  @Test
  public void linksLeadToFilesElsewhere() throws IOException {
    Files.createSymbolicLink(desk.path("lib/more"), desk.path("teams"));
    Files.createSymbolicLink(desk.path("lib/vpn2.mobileconfig"), desk.path("lib/vpn.mobileconfig"));
    desk.write("teams/labs.yml", TEAM.replace("vpn", "vpn2"));
    assertEquals(0, desk.run("apply", "-f", folder()));
    assertEquals(3, sent(0).size());
    JsonNode labs = sent(0).get(2).get("attachments");
    assertEquals("<vpn/>", text(labs.get("../lib/vpn2.mobileconfig")));
  }

  @Test
  public void whatIsNotThereOrEmptyIsSaid() {
    assertEquals(5, desk.run("apply", "-f", folder() + "/nothing.yml"));
    assertTrue(desk.err().startsWith("Error: There is no file or folder "));
    assertEquals(5, desk.run("apply", "-f", folder() + "/lib"));
    assertTrue(desk.err().startsWith("Error: Nothing to apply"));
    assertEquals(2, desk.run("apply"));
  }

  @Test
  public void theSetupAssistantGoesAlongUnlessThereIsNone() throws IOException {
    String document =
        "kind: team\nspec: {team: {name: %s, mdm: {macos_setup: {macos_setup_assistant: %s}}}}\n";
    desk.write("teams/desks.yml", document.formatted("Desks", "../lib/setup.json"));
    desk.write("teams/labs.yml", document.formatted("Labs", "null"));
    desk.write("lib/setup.json", "{}");
    assertEquals(desk.err(), 0, desk.run("apply", "-f", folder()));
    assertEquals("{}", text(sent(0).get(1).get("attachments").get("../lib/setup.json")));
    assertEquals(0, sent(0).get(2).get("attachments").size());
  }

  @Test
  public void bootstrapPackagesAreUploadedUnlessTheyAreThere() {
    desk.write(
        "default.yml",
        "kind: config\nspec: {mdm: {macos_setup: {bootstrap_package: lib/tools.pkg}}}\n");
    desk.write("lib/tools.pkg", "a package");
    String metadata = "GET /api/v1/bootstrap/0/metadata?for_update=true";
    String upload = "POST /api/v1/bootstrap?team_id=0";
    desk.server()
        .on(metadata, 404, "{\"message\":\"There is none.\",\"code\":\"abm.no_bootstrap_package\"}")
        .on(upload, 200, "{}");
    assertEquals(0, desk.run("apply", "-f", folder()));
    String sent =
        desk.server().requests().stream()
            .filter(request -> request.startsWith(upload))
            .findFirst()
            .orElseThrow();
    assertTrue(sent, sent.contains("filename=\"tools.pkg\""));
    assertTrue(sent, sent.contains("a package"));
    desk.server()
        .on(metadata, 200, "{\"sha256\":\"" + sha256("a package") + "\"}")
        .on(upload, 500, "{}");
    assertEquals(0, desk.run("apply", "-f", folder()));
    assertEquals(0, desk.run("apply", "-f", folder(), "--dry-run"));
  }

  @Test
  public void aRefusedPackageIsSaidToBeWhatIsMissing() {
    desk.write(
        "default.yml",
        "kind: config\nspec: {mdm: {macos_setup: {bootstrap_package: lib/tools.pkg}}}\n");
    desk.write("lib/tools.pkg", "no package");
    desk.server()
        .on("GET /api/v1/bootstrap/0/metadata?for_update=true", 200, "{\"sha256\":\"other\"}")
        .on(
            "POST /api/v1/bootstrap?team_id=0",
            422,
            "{\"message\":\"It is not signed.\",\"code\":\"abm.package_not_signed\"}");
    assertEquals(1, desk.run("apply", "-f", folder()));
    String said = desk.err();
    assertTrue(said, said.contains("It is not signed."));
    assertTrue(
        said, said.contains("The settings are applied, but the bootstrap package tools.pkg"));
  }

  @Test
  public void aPackageThatIsNotThereChangesNothing() {
    desk.write(
        "default.yml",
        "kind: config\nspec: {mdm: {macos_setup: {bootstrap_package: lib/none.pkg}}}\n");
    assertEquals(5, desk.run("apply", "-f", folder()));
    assertEquals("a dry run finds it as well", 5, desk.run("apply", "-f", folder(), "--dry-run"));
    assertTrue(desk.server().requests().stream().noneMatch(request -> request.startsWith("POST")));
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
