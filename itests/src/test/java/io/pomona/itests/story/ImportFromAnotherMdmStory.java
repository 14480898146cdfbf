package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.mac.VirtualMac;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;

/** What another MDM has exported comes in at once, reaches a Mac, and says what was left out. */
public class ImportFromAnotherMdmStory {
  private static final String PROFILES = "/api/v1/configuration_profiles";
  private static final String FIRST =
      """
      signed/dock.mobileconfig added
      signed/wifi.mobileconfig added
      signed/finder.mobileconfig added signer_expired
      passcode.mobileconfig added
      passcode copy.mobileconfig unchanged
      chrome.mobileconfig added unknown_payload_type
      other dock.mobileconfig added same_key
      dock again.mobileconfig conflict
      filevault.mobileconfig refused
      enrollment.mobileconfig refused
      broken.mobileconfig refused
      README.txt skipped
      """;

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final Hosts hosts = new Hosts(admin);
  private final ExportedProfiles export = new ExportedProfiles(STAGE.world().keys());
  private final long team =
      admin
          .post("/api/v1/teams", Map.of("name", "From the old MDM " + UUID.randomUUID()))
          .ok()
          .json()
          .at("/team/id")
          .asLong();

  @After
  public void tidy() {
    STAGE.world().allRest();
    admin.delete("/api/v1/teams/" + team);
  }

  private JsonNode take(boolean dryRun) {
    return admin
        .upload(
            PROFILES + "/import",
            Map.of("team_id", String.valueOf(team), "dry_run", String.valueOf(dryRun)),
            "profiles",
            "export.zip",
            export.zip())
        .ok()
        .json();
  }

  private static String outcomes(JsonNode report) {
    StringBuilder text = new StringBuilder();
    for (JsonNode file : report.path("files")) {
      text.append(file.path("file").asText() + " " + file.path("outcome").asText());
      file.path("warnings").forEach(each -> text.append(" " + each.path("code").asText()));
      text.append("\n");
    }
    return text.toString();
  }

  private JsonNode stored() {
    return admin.get(PROFILES + "?team_id=" + team).ok().json().path("profiles");
  }

  private VirtualMac macOfTheTeam() {
    VirtualMac mac = STAGE.world().newMac();
    STAGE.world().enroll(admin, List.of(mac));
    admin
        .post("/api/v1/hosts/transfer", Map.of("team_id", team, "hosts", List.of(hosts.id(mac))))
        .ok();
    return mac;
  }

  private JsonNode onHost(VirtualMac mac) {
    return admin.get("/api/v1/hosts/" + hosts.id(mac) + "/configuration_profiles").ok().json();
  }

  private static long count(JsonNode counts, String status) {
    return counts.path(status).asLong();
  }

  @Test
  public void fromADryRunToVerifiedToSentAgain() {
    VirtualMac mac = macOfTheTeam();
    JsonNode dry = take(true);
    assertTrue(dry.path("dry_run").asBoolean());
    assertEquals(FIRST, outcomes(dry));
    assertEquals(0, stored().size());

    JsonNode report = take(false);
    assertEquals(FIRST, outcomes(report));
    assertEquals(6, stored().size());
    assertReasons(report);
    ExportedProfiles.good().forEach(name -> hosts.awaitProfile(mac, export.name(name), "verified"));
    ExportedProfiles.good().forEach(name -> assertTrue(name, mac.has(export.identifier(name))));
    assertEquals(6, count(onHost(mac).path("counts"), "verified"));
    String uuid = report.path("files").get(0).path("profile_uuid").asText();
    assertEquals(1, count(admin.get(PROFILES + "/" + uuid + "/status").ok().json(), "verified"));
    JsonNode list = admin.get(PROFILES + "?counts=true&team_id=" + team).ok().json();
    assertEquals(6, list.path("counts").size());
    list.path("counts").forEach(counts -> assertEquals(1, count(counts, "verified")));

    JsonNode again = take(false);
    assertEquals(0, count(again, "added"));
    assertEquals(7, count(again, "unchanged"));
    sendAgain(mac, uuid);
  }

  private static void assertReasons(JsonNode report) {
    String text = report.toString();
    assertTrue(text, text.contains("FileVault belongs to disk encryption"));
    assertTrue(text, text.contains("SCEP payload of an enrollment"));
    assertTrue(text, text.contains("has the same PayloadIdentifier and other content"));
    assertTrue(text, text.contains("does not end with .mobileconfig"));
  }

  private void sendAgain(VirtualMac mac, String uuid) {
    STAGE.world().allRest();
    String path = "/api/v1/hosts/" + hosts.id(mac) + "/configuration_profiles/";
    admin.post(path + uuid + "/resend", Map.of()).ok();
    AdminApi.Answer twice = admin.post(path + "resend/" + uuid, Map.of());
    assertEquals(409, twice.status());
    assertTrue(twice.text(), twice.text().contains("is on its way already"));
    await(() -> detail(mac, "dock").contains("Waits for the Mac: command "));
    assertEquals(1, count(admin.get(PROFILES + "/" + uuid + "/status").ok().json(), "pending"));
    STAGE.world().awake(List.of(mac)).wakeAll();
    hosts.awaitProfile(mac, export.name("dock"), "verified");
    assertEquals("", detail(mac, "dock"));
    String type = "/api/v1/activities?type=resent_configuration_profile";
    assertTrue(admin.get(type).ok().text().contains(export.identifier("dock")));
  }

  private String detail(VirtualMac mac, String name) {
    for (JsonNode row : onHost(mac).path("profiles")) {
      if (row.path("identifier").asText().equals(export.identifier(name))) {
        return row.path("detail").asText();
      }
    }
    return "not there";
  }

  @Test
  public void oneFileIsLookedAtBeforeItIsAdded() {
    take(false);
    Map<String, String> fields = Map.of("team_id", String.valueOf(team));
    AdminApi.Answer lint =
        admin.upload(
            PROFILES + "/lint",
            fields,
            "profile",
            "a.mobileconfig",
            export.file("dock again.mobileconfig"));
    assertEquals(
        List.of("identifier_taken", "same_uuid", "same_key"),
        lint.ok().json().findValuesAsText("code"));
    AdminApi.Answer refused =
        admin.upload(
            PROFILES + "/lint",
            fields,
            "profile",
            "a.mobileconfig",
            export.file("filevault.mobileconfig"));
    assertEquals(422, refused.status());
    byte[] changed = export.changed("signed/wifi.mobileconfig", "Office", "office");
    assertTrue(
        admin
            .upload(PROFILES + "/lint", fields, "profile", "a.mobileconfig", changed)
            .ok()
            .text()
            .contains("signature_broken"));
    assertEquals(6, stored().size());
    for (JsonNode profile : stored()) {
      String uuid = profile.path("profile_uuid").asText();
      assertTrue(admin.get(PROFILES + "/" + uuid + "/warnings").ok().json().has("warnings"));
    }
  }

  @Test
  public void aZipThatWasCutOffIsRefusedAsAWhole() {
    byte[] half = java.util.Arrays.copyOf(export.zip(), export.zip().length / 2);
    AdminApi.Answer cut =
        admin.upload(
            PROFILES + "/import",
            Map.of("team_id", String.valueOf(team)),
            "profiles",
            "export.zip",
            half);
    assertEquals(cut.text(), 422, cut.status());
    assertEquals(0, stored().size());
  }

  private static void await(java.util.concurrent.Callable<Boolean> condition) {
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition);
  }
}
