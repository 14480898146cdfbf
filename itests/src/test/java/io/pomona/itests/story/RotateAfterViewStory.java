package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.AdminApi.Answer;
import io.pomona.itests.karaf.KarafShell;
import io.pomona.itests.karaf.Pomonactl;
import io.pomona.itests.karaf.Pomonactl.Result;
import io.pomona.simulator.mac.VirtualMac;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A key that somebody saw is replaced, and none is ever lost. */
public class RotateAfterViewStory {
  private static final String ESCROW = "io.pomona.escrow.cfg";
  private static final String AFTER_VIEW = "rotate.after.view.minutes";
  private static final String PASSWORD = "long enough for a test";

  @ClassRule public static final Stage STAGE = new Stage();

  @Rule public final TemporaryFolder home = new TemporaryFolder();

  private final AdminApi admin = STAGE.admin();
  private final Hosts hosts = new Hosts(admin);
  private final EncryptionDesk desk = new EncryptionDesk(STAGE, "Rotated");
  private final KarafShell shell = KarafShell.of(STAGE.pomona().karaf());

  @After
  public void tidy() {
    STAGE.pomona().configure(ESCROW, Map.of(AFTER_VIEW, "60", "period", "5000"));
    desk.close();
  }

  private VirtualMac escrowedMac() {
    VirtualMac mac = desk.enroll(STAGE.world().newMac());
    desk.turn(true);
    desk.awaitAction(mac, "log_out");
    mac.logOut();
    desk.refetchUntil(mac, "verified");
    return mac;
  }

  private AdminApi observer() {
    String email = "observer-" + UUID.randomUUID() + "@example.com";
    List<Map<String, Object>> teams = List.of(Map.of("id", desk.team, "role", "observer"));
    admin
        .post(
            "/api/v1/users",
            Map.of("name", "Olga", "email", email, "password", PASSWORD, "teams", teams))
        .ok();
    return STAGE.pomona().logIn(email, PASSWORD);
  }

  private String path(VirtualMac mac) {
    return "/api/v1/fleet/mdm/hosts/" + hosts.id(mac) + "/encryption_key";
  }

  private JsonNode history(VirtualMac mac) {
    return admin.get("/api/v1/hosts/" + hosts.id(mac) + "/encryption_keys").ok().json();
  }

  private static String key(Answer answer) {
    return answer.ok().json().at("/encryption_key/key").asText();
  }

  private static String present(VirtualMac mac) {
    String key = mac.recoveryKey().orElseThrow();
    STAGE.secrets().plant("recovery key of " + mac.hardware().serial(), key);
    return key;
  }

  private List<JsonNode> told(String type, VirtualMac mac) {
    return desk.told(type).stream()
        .filter(each -> each.at("/details/host_serial").asText().equals(mac.hardware().serial()))
        .toList();
  }

  @Test
  public void aKeyThatAnObserverSawIsReplaced() {
    STAGE.pomona().configure(ESCROW, Map.of(AFTER_VIEW, "0", "period", "500"));
    VirtualMac mac = escrowedMac();
    String first = present(mac);
    Answer shown = observer().get(path(mac));
    assertEquals(first, key(shown));
    assertEquals("no-store", shown.headers().firstValue("Cache-Control").orElse(""));
    JsonNode read = told("read_host_disk_encryption_key", mac).get(0);
    assertEquals("Olga", read.path("actor_full_name").asText());
    EncryptionDesk.await("the Mac has a new key", () -> !present(mac).equals(first));
    EncryptionDesk.await(
        "and it is here", () -> history(mac).at("/rotations/0/status").asText().equals("done"));
    assertEquals("view", history(mac).at("/rotations/0/cause").asText());
    JsonNode keys = history(mac).path("encryption_keys");
    assertEquals("rotation", keys.at("/0/source").asText());
    assertTrue(keys.get(0).path("readable").asBoolean());
    JsonNode old = keys.get(keys.size() - 1);
    assertTrue(old.hasNonNull("viewed_at"));
    String oldKey = "/api/v1/disk_encryption/keys/" + old.path("id").asLong() + "/view";
    assertEquals("the old one is in the history", first, key(admin.post(oldKey, Map.of())));
    assertEquals(1, told("rotated_disk_encryption_key", mac).size());
    assertEquals(2, told("read_host_disk_encryption_key", mac).size());
    String feed = admin.get("/api/v1/activities?per_page=500").ok().text();
    assertFalse(feed.contains(first) || feed.contains(present(mac)));
  }

  @Test
  public void shellAndPomonactlShowAndReplace() {
    VirtualMac mac = escrowedMac();
    String serial = mac.hardware().serial();
    String first = present(mac);
    List<String> printed =
        shell.run(
            "mdm:escrow-show " + serial,
            "mdm:escrow-history --no-format " + serial,
            "mdm:escrow-search --no-format " + serial,
            "mdm:escrow-rotate " + serial);
    assertTrue(printed.get(0).contains(first));
    assertTrue(printed.get(1), printed.get(1).contains("security_info"));
    assertTrue(printed.get(2), printed.get(2).contains(serial));
    assertFalse(printed.get(1).contains(first) || printed.get(2).contains(first));
    EncryptionDesk.await(
        "a new key is here", () -> history(mac).at("/rotations/0/status").asText().equals("done"));
    String second = present(mac);
    assertNotEquals(first, second);
    Pomonactl pomonactl = STAGE.pomonactl(home.getRoot().toPath());
    assertTrue(pomonactl.done("get", "recovery-key", "--host=" + serial).contains(second));
    String listed = pomonactl.done("get", "recovery-keys", "--query=" + serial);
    assertTrue(listed, listed.contains("rotation"));
    assertTrue(pomonactl.done("get", "recovery-keys", "--host=" + serial).contains(serial));
    assertTrue(pomonactl.done("hosts", "rotate-key", serial).contains("Asked 1 Mac"));
    EncryptionDesk.await(
        "another key is here", () -> told("rotated_disk_encryption_key", mac).size() == 2);
    assertEquals(present(mac), key(admin.get(path(mac))));
  }

  @Test
  public void whereNoKeyIsNoneIsShownNorReplaced() {
    VirtualMac mac = desk.enroll(STAGE.world().newMac());
    Answer none = admin.get(path(mac));
    assertEquals(404, none.status());
    assertTrue(none.text(), none.text().contains("No recovery key of this Mac has come."));
    Answer refused =
        admin.post("/api/v1/hosts/" + hosts.id(mac) + "/encryption_key/rotate", Map.of());
    assertEquals(409, refused.status());
    assertTrue(refused.text(), refused.text().contains("Cannot rotate."));
    Result said =
        STAGE
            .pomonactl(home.getRoot().toPath())
            .run("hosts", "rotate-key", mac.hardware().serial());
    assertEquals(1, said.exitCode());
    assertTrue(said.err(), said.err().contains("Cannot rotate."));
  }
}
