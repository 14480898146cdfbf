package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.KarafShell;
import io.pomona.simulator.mac.VirtualMac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;

/** A Mac keeps to what is declared to it, says how it goes, and gives it up when it is done. */
public class EnforceAnUpdateByDeclarationStory {
  private static final String REQUIRED = "15.9";
  private static final String TEST = "com.apple.configuration.management.test";
  private static final String ENFORCE =
      "com.apple.configuration.softwareupdate.enforcement.specific";

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final Hosts hosts = new Hosts(admin);
  private final KarafShell shell = KarafShell.of(STAGE.pomona().karaf());
  private final String name = "Declared-" + UUID.randomUUID();
  private final long team =
      admin.post("/api/v1/teams", Map.of("name", name)).ok().json().at("/team/id").asLong();
  private final VirtualMac mac = STAGE.world().newMac();

  @After
  public void tidy() {
    admin.delete("/api/v1/teams/" + team);
  }

  private void enroll() {
    STAGE.world().enroll(admin, List.of(mac));
    admin
        .post("/api/v1/hosts/transfer", Map.of("team_id", team, "hosts", List.of(hosts.id(mac))))
        .ok();
  }

  @Test
  public void fromTheRequiredVersionToUpToDate() throws IOException {
    enroll();
    admin
        .method(
            "PATCH",
            "/api/v1/macos_updates",
            Map.of(
                "team_id",
                team,
                "minimum_version",
                REQUIRED,
                "deadline",
                LocalDate.now().plusDays(3).toString()))
        .ok();
    JsonNode update = awaitUpdate(it -> it.path("detail").asText().contains("prepared"));
    assertEquals("pending", update.path("state").asText());
    assertEquals("declaration", update.path("enforced_by").asText());
    assertTrue(update.toString(), update.path("detail").asText().contains(REQUIRED));
    JsonNode declared = awaitDeclaration("io.pomona.update", it -> it.path("active").asBoolean());
    assertEquals(declared.path("wanted_token"), declared.path("reported_token"));
    assertEquals("valid", declared.path("valid").asText());
    assertEquals("prepared", status().at("/softwareupdate/install-state").asText());

    mac.installUpdate();

    awaitUpdate(it -> it.path("state").asText().equals("up_to_date"));
    assertEquals(REQUIRED, hosts.of(mac).path("os_version").asText().replace("macOS ", ""));
    Awaitility.await("nothing is declared any more")
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              JsonNode all = all();
              return all.path("declarations").isEmpty() && all.path("up_to_date").asBoolean();
            });
  }

  @Test
  public void whatAnAdminDeclaresArrivesAndAWrongOneSaysWhy() {
    enroll();
    long echo = declare("org.example.echo", TEST, Map.of("Echo", "hello"));
    declare(
        "org.example.wrong",
        ENFORCE,
        Map.of("TargetOSVersion", "15.9", "TargetLocalDateTime", "2030-01-01T12:00:00Z"));
    JsonNode good = awaitDeclaration("org.example.echo", it -> it.path("active").asBoolean());
    assertEquals("valid", good.path("valid").asText());
    JsonNode bad =
        awaitDeclaration("org.example.wrong", it -> it.path("valid").asText().equals("invalid"));
    assertEquals("Error.ConfigurationIsInvalid", bad.at("/reasons/0/code").asText());
    assertTrue(bad.at("/reasons/0/description").asText().length() > 20);

    admin
        .put(
            "/api/v1/declarations/" + echo,
            Map.of(
                "identifier", "org.example.echo", "type", TEST, "payload", Map.of("Echo", "again")))
        .ok();
    awaitDeclaration(
        "org.example.echo",
        it ->
            !it.path("wanted_token").equals(good.path("wanted_token"))
                && it.path("wanted_token").equals(it.path("reported_token")));
    admin.delete("/api/v1/declarations/" + echo).ok();
    Awaitility.await("it is given up")
        .atMost(Duration.ofSeconds(60))
        .until(() -> declaration("org.example.echo").isMissingNode());
  }

  @Test
  public void theSameAtTheShell() throws IOException {
    enroll();
    Path payload = Files.createTempFile(Path.of("target").toAbsolutePath(), "echo", ".json");
    Files.writeString(payload, "{\"Echo\": \"shell\"}");
    List<String> printed =
        shell.run(
            "mdm:macos-update-set --team " + name + " " + REQUIRED + " 2099-01-01",
            "mdm:macos-update-summary --no-format --team " + name,
            "mdm:declaration-add --team " + name + " org.example.shell " + TEST + " " + payload,
            "mdm:declaration-list --no-format --team " + name);
    assertTrue(printed.get(0), printed.get(0).contains(REQUIRED));
    assertTrue(printed.get(1), printed.get(1).contains("pending"));
    assertTrue(printed.get(3), printed.get(3).contains("org.example.shell"));
    awaitDeclaration("org.example.shell", it -> it.path("active").asBoolean());

    List<String> after =
        shell.run(
            "mdm:declaration-list --no-format " + hosts.id(mac),
            "mdm:macos-update-clear --team " + name,
            "mdm:macos-update-summary --no-format --team " + name);
    assertTrue(
        after.get(0),
        after
            .get(0)
            .lines()
            .anyMatch(line -> line.matches("org\\.example\\.shell\\s.*\\byes\\b.*valid.*")));
    assertTrue(after.get(1), after.get(1).contains("No macOS is required any more."));
    assertTrue(after.get(2), after.get(2).contains("no macOS is required"));
  }

  private long declare(String identifier, String type, Map<String, Object> payload) {
    return admin
        .post(
            "/api/v1/declarations",
            Map.of("team_id", team, "identifier", identifier, "type", type, "payload", payload))
        .ok()
        .json()
        .at("/declaration/id")
        .asLong();
  }

  private JsonNode all() {
    return admin.get("/api/v1/hosts/" + hosts.id(mac) + "/declarations").ok().json();
  }

  private JsonNode status() {
    return admin
        .get("/api/v1/hosts/" + hosts.id(mac) + "/declarations/status")
        .ok()
        .json()
        .path("status_items");
  }

  private JsonNode declaration(String identifier) {
    for (JsonNode row : all().path("declarations")) {
      if (row.path("identifier").asText().equals(identifier)) {
        return row;
      }
    }
    return MissingNode.getInstance();
  }

  private JsonNode awaitDeclaration(String identifier, Predicate<JsonNode> wanted) {
    return Awaitility.await(identifier)
        .atMost(Duration.ofSeconds(60))
        .until(() -> declaration(identifier), wanted);
  }

  private JsonNode awaitUpdate(Predicate<JsonNode> wanted) {
    return Awaitility.await("the update")
        .atMost(Duration.ofSeconds(60))
        .until(() -> hosts.of(mac).path("mdm").path("macos_update"), wanted);
  }
}
