package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.simulator.wire.Plist;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/**
 * A Mac is made known by a file, its user opens its link and turns MDM on, and no other Mac does.
 */
public class MyDeviceStory {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>";
  private static final String DOCK = "io.pomona.mydevice";
  private static final int MOST_WRONG = 720;

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final AdminApi nobody = STAGE.pomona().api();
  private final Hosts hosts = new Hosts(admin);
  private final UserDesk user = new UserDesk(STAGE);
  private final VirtualMac mac = STAGE.world().newMac();
  private final String team = "My device " + UUID.randomUUID();
  private long teamId;
  private long host;

  @Before
  public void add() {
    teamId = admin.post("/api/v1/teams", Map.of("name", team)).ok().json().at("/team/id").asLong();
    String file =
        "serial,name,team,email\r\n%s,\"%s\",\"%s\",jane@example.com\r\n"
            .formatted(mac.hardware().serial(), HOSTILE, team);
    JsonNode answer = imported(file).ok().json();
    assertEquals(1, answer.get("added").asInt());
    assertEquals("nothing of it changes", 1, imported(file).ok().json().get("known").asInt());
    host = answer.at("/lines/0/host_id").asLong();
    JsonNode added = admin.get("/api/v1/hosts/" + host).ok().json().get("host");
    assertEquals("Off", added.at("/mdm/enrollment_status").asText());
    assertEquals(teamId, added.get("team_id").asLong());
  }

  private AdminApi.Answer imported(String file) {
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    return admin.upload("/api/v1/hosts/import", "file", "macs.csv", bytes);
  }

  @After
  public void tidy() {
    dock(false);
    STAGE.world().allRest();
    admin.delete("/api/v1/teams/" + teamId);
  }

  /** For all Macs that are enrolled. */
  private void dock(boolean wanted) {
    admin.method("PATCH", "/api/v1/config", Map.of("my_device", Map.of("in_dock", wanted))).ok();
  }

  private String link() {
    return user.link(host);
  }

  private AdminApi.Answer page(String path) {
    return user.page(path);
  }

  private AdminApi.Answer refetch(String path, String site) {
    return nobody.send(
        nobody
            .request(path + "/refetch")
            .header("Sec-Fetch-Site", site)
            .POST(BodyPublishers.noBody()));
  }

  @Test
  public void onlyTheMacOfTheLinkEnrollsIntoItsTeam() throws Exception {
    String path = link();
    String off = page(path).text();
    assertTrue(off, off.contains("MDM is off") && off.contains("Turn on MDM"));
    assertTrue(off, off.contains("&lt;img src=x onerror=alert(1)&gt;"));
    assertEquals(403, refetch(path, "cross-site").status());
    URI asked = URI.create(location(refetch(path, "same-origin")));
    assertEquals(path, asked.getPath());
    assertTrue(asked.getQuery(), asked.getQuery().contains("told="));
    assertTrue(location(refetch(path, "same-origin")).contains("told=wait"));

    byte[] profile = nobody.get(path + "/profile").ok().body();
    assertThrows(Exception.class, () -> STAGE.world().newMac().enroll(profile));
    mac.enroll(nobody.get("/api/v1/fleet" + path + "/mdm/apple/manual_enrollment_profile").body());
    mac.poll();
    assertEquals(host, hosts.id(mac));
    assertEquals(teamId, hosts.of(mac).get("team_id").asLong());
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> hosts.hasDetails(mac));
    String on = page(path).text();
    assertTrue(on, on.contains(team) && !on.contains("MDM is off"));
    assertEquals(
        Hosts.ON,
        nobody.get("/api/v1/fleet" + path).ok().json().at("/host/mdm/enrollment_status").asText());
    List<String> told = feed();
    for (String type :
        List.of("added_hosts", "created_device_link", "downloaded_enrollment_profile")) {
      assertTrue(told.toString(), told.contains(type));
    }
  }

  private static String location(AdminApi.Answer answer) {
    assertEquals(303, answer.status());
    return answer.headers().firstValue("Location").orElse("");
  }

  private List<String> feed() {
    return admin
        .get("/api/v1/activities?per_page=100&team_id=" + teamId)
        .ok()
        .json()
        .get("activities")
        .findValuesAsText("type");
  }

  @Test
  public void aLinkThatIsOverOpensNothing() {
    String first = link();
    String second = link();
    assertEquals("replaced", 404, page(first).status());
    assertEquals(404, page(first + "/profile").status());
    assertEquals(200, page(second).status());
    JsonNode state = admin.get("/api/v1/hosts/" + host + "/device_link").ok().json();
    assertTrue(state.toString(), state.at("/device_link/used_at").isTextual());
    assertFalse(state.toString(), state.toString().contains(second.substring(8)));
    admin.delete("/api/v1/hosts/" + host + "/device_link").ok();
    assertEquals("revoked", 404, page(second).status());
    assertTrue(page(second).text().contains("Ask your IT administrator"));
    whoTriesManyHasToWait();
  }

  /** The link of somebody behind the same address still opens. */
  private void whoTriesManyHasToWait() {
    String path = link();
    IntStream.range(0, MOST_WRONG).parallel().forEach(i -> nobody.get("/device/wrong-" + i));
    AdminApi.Answer last = nobody.get("/device/wrong");
    assertEquals(429, last.status());
    assertEquals("3600", last.headers().firstValue("Retry-After").orElse(""));
    assertTrue(last.text().startsWith("<!doctype html>"));
    assertEquals(200, page(path).status());
  }

  @Test
  public void eachMacHasItsOwnPageInTheDock() {
    VirtualMac other = STAGE.world().newMac();
    STAGE.world().enroll(admin, List.of(mac, other));
    dock(true);
    awaitInDock(true, mac, other);
    String page = user.page(user.path(inDock(mac))).ok().text();
    assertTrue(page, page.contains(mac.hardware().serial()));
    assertFalse(page, page.contains(other.hardware().serial()));
    String others = user.page(user.path(inDock(other))).ok().text();
    assertTrue(others, others.contains(other.hardware().serial()));
    assertFalse(others, others.contains(mac.hardware().serial()));
    dock(false);
    awaitInDock(false, mac, other);
  }

  private static void awaitInDock(boolean wanted, VirtualMac... macs) {
    Awaitility.await("in the Dock: " + wanted)
        .atMost(Duration.ofSeconds(60))
        .until(() -> Arrays.stream(macs).allMatch(each -> each.has(DOCK) == wanted));
  }

  /** Where the only tile of the profile leads. */
  private static String inDock(VirtualMac mac) {
    Plist tile =
        mac.profiles().stream()
            .filter(profile -> profile.identifier().equals(DOCK))
            .flatMap(profile -> profile.payloads("com.apple.dock").stream())
            .flatMap(dock -> dock.dictionaries("static-others").stream())
            .findFirst()
            .orElseThrow();
    return tile.dictionary("tile-data")
        .flatMap(data -> data.dictionary("url"))
        .flatMap(url -> url.text("_CFURLString"))
        .orElseThrow();
  }

  @Test
  public void thePagesForAllAreThere() {
    assertEquals(200, page("/device/transparency").status());
    assertEquals(404, page("/device/guide/no-such-page").status());
    assertEquals("off until it is switched on", 404, page("/device/enroll").status());
    assertEquals(
        "text/css;charset=utf-8",
        nobody.get("/device/style.css").ok().headers().firstValue("Content-Type").orElse(""));
    assertEquals(404, page("/device/a/b/c").status());
  }
}
