package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.KarafShell;
import io.pomona.simulator.mac.VirtualMac;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;

/** Macs of another MDM go from a list to done: by what people say, and by what Macs and ABM say. */
public class MigrationBoardStory {
  private static final String BOARD = "/api/v1/migration";
  private static final String HELD = "not said yet that this Mac has left ";

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final EncryptionDesk desk = new EncryptionDesk(STAGE, "From the old orchard");
  private final AbmDesk abm = new AbmDesk(STAGE, "Orchard of the board");
  private final UserDesk user = new UserDesk(STAGE);
  private final VirtualMac automatic = STAGE.world().newMac();
  private final VirtualMac manual = STAGE.world().newMac();
  private final VirtualMac later = STAGE.world().newMac();

  @After
  public void tidy() {
    board("").path("macs").forEach(mac -> admin.delete(BOARD + "/" + mac.path("host_id").asLong()));
    board("&archived=true")
        .path("macs")
        .forEach(mac -> admin.delete(BOARD + "/" + mac.path("host_id").asLong()));
    abm.close();
    desk.close();
  }

  private JsonNode board(String filter) {
    return admin.get(BOARD + "?team_id=" + desk.team + filter).ok().json();
  }

  private JsonNode mac(VirtualMac mac) {
    return StreamSupport.stream(board("").path("macs").spliterator(), false)
        .filter(row -> row.path("serial_number").asText().equals(serial(mac)))
        .findFirst()
        .orElseThrow();
  }

  private static String serial(VirtualMac mac) {
    return mac.hardware().serial();
  }

  private String step(VirtualMac mac, String name) {
    return mac(mac).path("steps").path(name).asText();
  }

  private String next(VirtualMac mac) {
    return mac(mac).path("next").asText();
  }

  /** What its user reads. */
  private String page(VirtualMac mac) {
    return user.says(mac(mac).path("host_id").asLong());
  }

  private AdminApi.Answer take(String file, boolean dry) {
    return admin.upload(
        BOARD + "/import",
        Map.of("team_id", String.valueOf(desk.team), "dry_run", String.valueOf(dry)),
        "macs",
        "macs.csv",
        file.getBytes(StandardCharsets.UTF_8));
  }

  private String list() {
    return "Serial Number;Old MDM;Enrollment;User is admin;Activation Lock off;Room\r\n"
        + (serial(automatic) + ";Old Orchard;automatic;yes;yes;12\r\n")
        + (serial(manual) + ";\"Old; Orchard\";manual;;yes;12\r\n")
        + (serial(later) + ";Old Orchard;;no;no;13\r\n");
  }

  private void mark(VirtualMac mac, Map<String, Object> marks) {
    admin.method("PATCH", BOARD + "/" + mac(mac).path("host_id").asLong(), marks).ok();
  }

  @Test
  public void threeMacsGoFromAListToDone() throws Exception {
    importTheList();
    automaticallyByFacts();
    manuallyByMarks();
    whatIsDoneLeavesTheBoard();
  }

  private void importTheList() {
    JsonNode wrong = take(list() + "no serial number!;;;maybe;;\r\n", true).ok().json();
    assertEquals(3, wrong.path("accepted").asInt());
    assertEquals(5, wrong.path("rows").get(3).path("line").asInt());
    AdminApi.Answer refused = take(list() + "no serial number!;;;maybe;;\r\n", false);
    assertEquals(422, refused.status());
    assertTrue(refused.text(), refused.text().contains("line 5"));
    assertEquals(0, board("").path("count").asInt());
    JsonNode report = take(list(), false).ok().json();
    assertEquals(3, report.path("hosts_created").asInt());
    assertEquals("room", report.path("ignored_columns").get(0).asText());
    assertEquals("Old; Orchard", mac(manual).path("old_mdm").asText());
    assertEquals("Off", mac(manual).path("mdm").asText());
    assertTrue(next(automatic), next(automatic).contains("Apple Business Manager"));
    assertTrue(next(later), next(later).contains("no administrator"));
    assertEquals(1, board("&step=user_admin&state=blocked").path("count").asInt());
  }

  private void automaticallyByFacts() throws Exception {
    abm.assign(List.of(automatic));
    assertEquals("done", step(automatic, "assigned"));
    assertEquals("not_needed", step(manual, "assigned"));
    admin
        .post(
            BOARD + "/marks",
            Map.of(
                "hosts",
                List.of(mac(automatic).path("host_id").asLong()),
                "marks",
                Map.of("user_told", true, "left_old_mdm", true)))
        .ok();
    assertTrue(next(automatic), next(automatic).contains("profiles renew"));
    assertTrue(page(automatic), page(automatic).contains("sudo profiles renew"));
    assertTrue(abm.assistant(automatic, true).renew());
    assertEquals("done", step(automatic, "enrolled"));
    assertEquals("done", step(automatic, "left_old_mdm"));
    EncryptionDesk.await("its disk", () -> step(automatic, "key_escrowed").equals("not_needed"));
    assertTrue(mac(automatic).path("done").asBoolean());
  }

  private void manuallyByMarks() throws Exception {
    mark(manual, Map.of("user_is_admin", "yes"));
    assertTrue(next(manual), next(manual).startsWith("Tell its user"));
    mark(manual, Map.of("user_told", true));
    assertTrue(next(manual), next(manual).contains("Old; Orchard"));
    assertFalse(mac(manual).path("user_told").path("by").asText().isEmpty());
    assertTrue(page(manual), page(manual).contains(HELD + "Old; Orchard"));
    mark(manual, Map.of("left_old_mdm", true));
    assertFalse(page(manual), page(manual).contains(HELD));
    assertTrue(page(manual), page(manual).contains("Turn on MDM</a>"));
    manual.encryptElsewhere();
    long host = mac(manual).path("host_id").asLong();
    desk.turn(true);
    assertEquals("its disk is to be encrypted now", "open", step(automatic, "key_escrowed"));
    assertTrue(next(automatic), next(automatic).contains("to be encrypted"));
    assertFalse(mac(automatic).path("done").asBoolean());
    STAGE.world().enroll(admin, List.of(manual));
    assertEquals(host, new Hosts(admin).id(manual));
    assertFalse(page(manual), page(manual).contains("MDM is off"));
    EncryptionDesk.await("no key is here", () -> step(manual, "key_escrowed").equals("blocked"));
    assertTrue(next(manual), next(manual).contains("fdesetup changerecovery"));
    desk.awaitAction(manual, "rotate_key");
    manual.changeRecovery();
    desk.refetchUntil(manual, "verified");
    assertEquals("done", step(manual, "key_escrowed"));
  }

  private void whatIsDoneLeavesTheBoard() throws Exception {
    JsonNode done = board("&done=true");
    assertTrue(done.toString(), done.toString().contains(serial(manual)));
    assertEquals("mac", mac(manual).path("sources").path("key_escrowed").asText());
    assertEquals("mark", mac(later).path("sources").path("user_admin").asText());
    assertTrue(mac(later).path("answered").path("user_is_admin").path("by").isTextual());
    assertEquals(2, board("").at("/counts/steps/enrolled/done").asInt());
    String listed =
        KarafShell.of(STAGE.pomona().karaf()).run("mdm:migration-list --left-at enrolled").get(0);
    assertTrue(listed, listed.contains(serial(later)));
    assertFalse(listed, listed.contains(serial(manual)));
    String csv = admin.get(BOARD + "/export?team_id=" + desk.team).ok().text();
    assertTrue(csv, csv.contains(serial(automatic) + ",Old Orchard,automatic,yes,yes,yes,yes"));
    mark(automatic, Map.of("archived", true));
    assertEquals(2, board("").path("count").asInt());
    assertEquals(1, board("&archived=true").path("count").asInt());
    String told = admin.get("/api/v1/activities?type=edited_migration").ok().text();
    assertTrue(told, told.contains("\"archived\""));
  }
}
