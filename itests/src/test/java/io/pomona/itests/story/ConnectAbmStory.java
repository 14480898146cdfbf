package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.AdminApi.Answer;
import io.pomona.itests.karaf.KarafShell;
import io.pomona.itests.karaf.Pomonactl;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** An admin connects Apple Business Manager, and new Macs appear before they are unboxed. */
public class ConnectAbmStory {
  private static final String TOKENS = AbmAccount.TOKENS;

  @ClassRule public static final Stage STAGE = new Stage();
  @Rule public final TemporaryFolder home = new TemporaryFolder();

  private final AdminApi admin = STAGE.admin();
  private final AbmAccount account = new AbmAccount(STAGE.world(), admin, "Connecting Inc");

  @After
  public void disconnect() {
    account.close();
  }

  private JsonNode mdm() {
    return admin.get("/api/v1/config").ok().json().get("mdm");
  }

  @Test
  public void fromTheKeyToThePendingMacOfATeam() throws Exception {
    assertEquals(404, admin.get("/api/v1/mdm/apple_bm").status());
    assertFalse(mdm().get("apple_bm_enabled_and_configured").asBoolean());
    long id = account.connect();
    assertTrue(mdm().get("apple_bm_enabled_and_configured").asBoolean());
    JsonNode shown = admin.get("/api/latest/fleet/mdm/apple_bm").ok().json();
    assertEquals("Connecting Inc", shown.get("org_name").asText());
    assertEquals("", shown.get("default_team").asText());
    assertEquals(STAGE.pomona().url() + "/mdm/apple/mdm", shown.get("mdm_server_url").asText());

    long team =
        admin.post("/api/v1/teams", Map.of("name", "Boxes")).ok().json().at("/team/id").asLong();
    try {
      defaultTeam("Boxes");
      List<String> macs = account.person.buyMacs(account.server, "C02CON", 3);
      account.awaitPending("C02CON", macs);
      JsonNode host = admin.get("/api/v1/hosts/identifier/" + macs.get(0)).ok().json().get("host");
      assertEquals(team, host.get("team_id").asLong());
      assertEquals("Pending", host.at("/mdm/enrollment_status").asText());
      assertPrinted(macs);
      transferred(host.get("id").asLong(), macs.get(0));
      Answer deleted = admin.delete("/api/v1/hosts/" + host.get("id").asLong());
      assertEquals(deleted.text(), 409, deleted.status());
      admin.delete(TOKENS + "/" + id + "?force=true").ok();
      assertEquals(List.of(), List.copyOf(account.pending("C02CON")));
      assertEquals(404, admin.get("/api/v1/hosts/identifier/" + macs.get(1)).status());
    } finally {
      admin.delete("/api/v1/teams/" + team).ok();
    }
    String feed = admin.get("/api/v1/activities?per_page=20").ok().text();
    for (String type :
        List.of("loaded_abm_token", "edited_abm_default_team", "deleted_abm_token")) {
      assertTrue(feed, feed.contains(type));
    }
  }

  private void defaultTeam(String name) {
    Map<String, Object> mdm = Map.of("mdm", Map.of("apple_bm_default_team", name));
    Answer wrong =
        admin.method(
            "PATCH", "/api/v1/config", Map.of("mdm", Map.of("apple_bm_default_team", "Nobody")));
    assertEquals(wrong.text(), 422, wrong.status());
    admin.method("PATCH", "/api/v1/config", mdm).ok();
    assertEquals(name, mdm().get("apple_bm_default_team").asText());
  }

  /** The command lines say the same. */
  private void assertPrinted(List<String> macs) throws Exception {
    Pomonactl pomonactl = STAGE.pomonactl(home.getRoot().toPath());
    String token = pomonactl.done("get", "mdm-apple-bm");
    assertTrue(token, token.contains("Organization name:  Connecting Inc"));
    assertTrue(token, token.contains("Default team:       Boxes"));
    String pending = pomonactl.done("get", "hosts", "--mdm-pending");
    assertTrue(pending, macs.stream().allMatch(pending::contains));
    Path key = home.getRoot().toPath().resolve("key.crt");
    pomonactl.done("generate", "mdm-apple-bm", "--public-key=" + key);
    assertTrue(Files.readString(key).startsWith("-----BEGIN CERTIFICATE-----"));
    List<String> printed =
        KarafShell.of(STAGE.pomona().karaf())
            .run(
                "mdm:abm-token-list --no-format",
                "mdm:abm-key",
                "mdm:abm-token-team \"No team\"",
                "mdm:abm-token-team Boxes",
                "mdm:abm-sync --full",
                "mdm:status --no-format");
    assertTrue(printed.get(0), printed.get(0).contains("Connecting Inc"));
    assertTrue(printed.get(1), printed.get(1).contains("BEGIN CERTIFICATE"));
    assertTrue(printed.get(5), printed.get(5).contains("abm.sync.connecting-inc"));
    assertTrue(printed.get(5), printed.get(5).contains("abm.token.connecting-inc"));
  }

  private void transferred(long host, String serial) {
    admin.post("/api/v1/hosts/transfer", Map.of("team_id", 0, "hosts", List.of(host))).ok();
    JsonNode moved = admin.get("/api/v1/hosts/identifier/" + serial).ok().json().get("host");
    assertEquals("Pending", moved.at("/mdm/enrollment_status").asText());
    assertTrue(moved.toString(), moved.path("team_id").isNull());
  }

  @Test
  public void aWrongFileIsRefusedWithASentence() {
    Map<String, byte[]> files =
        Map.of(
            "is no server token", "<html></html>".getBytes(StandardCharsets.US_ASCII),
            "is empty or too large", new byte[0],
            "damaged, cut off", Arrays.copyOf(account.download(), 900));
    files.forEach(
        (sentence, file) -> {
          Answer refused = admin.upload(TOKENS, "token", "token.p7m", file);
          assertEquals(refused.text(), 422, refused.status());
          assertTrue(refused.text(), refused.text().contains(sentence));
        });
    byte[] former = account.download();
    account.connect();
    Answer again = admin.upload(TOKENS, "token", "token.p7m", former);
    assertTrue(again.text(), again.text().contains("Apple does not take this token"));
    Answer second = admin.upload(TOKENS, "token", "token.p7m", account.download());
    assertEquals(409, second.status());
  }
}
