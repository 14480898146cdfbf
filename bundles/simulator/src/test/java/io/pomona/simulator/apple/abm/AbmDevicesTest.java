package io.pomona.simulator.apple.abm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;

public class AbmDevicesTest {

  @Rule public final AbmScene scene = new AbmScene();

  @Test
  public void listsAllDevicesPageByPageAndThenWhatHappened() throws IOException {
    scene.abm.person().buyMacs(scene.server, "C02A", 25);
    scene.abm.shortPages(10);
    AbmClient client = scene.loggedIn();

    List<String> serials = new ArrayList<>();
    JsonNode page = client.post("/server/devices", "{'limit':100}");
    add(page, serials);
    while (page.path("more_to_follow").asBoolean()) {
      page = client.post("/server/devices", "{'cursor':'" + cursor(page) + "'}");
      add(page, serials);
    }
    assertEquals(25, serials.size());
    assertEquals(3, scene.abm.calls().count(AbmEndpoint.FETCH));
    assertFalse(page.path("devices").path(0).has("op_type"));
    assertEquals("Mac", page.path("devices").path(0).path("device_family").asText());

    refused("EXHAUSTED_CURSOR", client, "/server/devices", cursor(page));
    JsonNode quiet = client.post("/devices/sync", "{'cursor':'" + cursor(page) + "'}");
    assertEquals(0, quiet.path("devices").size());
    scene.abm.person().unassign(List.of("C02A000003"));
    scene.abm.person().assign(scene.server, List.of("C02A000003"));
    scene.abm.person().release(List.of("C02A000004"));
    JsonNode news = client.post("/devices/sync", "{'cursor':'" + cursor(quiet) + "'}");
    assertEquals(
        List.of("C02A000003 deleted", "C02A000003 added", "C02A000004 deleted"), operations(news));
  }

  @Test
  public void aDeviceThatLeftIsInNoFullList() throws IOException {
    scene.abm.person().buyMacs(scene.server, "C02B", 3);
    AbmServer other = scene.abm.person().addServer("Other", AbmScene.pem());
    scene.abm.person().assign(other, List.of("C02B000000"));
    scene.abm.person().release(List.of("C02B000001"));
    List<String> serials = new ArrayList<>();
    add(scene.loggedIn().post("/server/devices", "{}"), serials);
    assertEquals(List.of("C02B000002"), serials);
  }

  @Test
  public void cursorsAreCheckedAndLastSevenDays() throws IOException {
    scene.abm.person().buyMacs(scene.server, "C02C", 2);
    AbmClient client = scene.loggedIn();
    String cursor = cursor(client.post("/server/devices", "{}"));
    refused("INVALID_CURSOR", client, "/server/devices", "nonsense");
    refused("INVALID_CURSOR", client, "/devices/sync", "nonsense");
    assertEquals("\"CURSOR_REQUIRED\"", client.send("POST", "/devices/sync", "{}").text());
    assertEquals(
        "\"MALFORMED_REQUEST_BODY\"", client.send("POST", "/devices/sync", "{'cur").text());

    scene.clock.forward(Duration.ofDays(8));
    refused("EXPIRED_CURSOR", scene.loggedIn(), "/devices/sync", cursor);
  }

  @Test
  public void namedDevicesAreDescribed() throws IOException {
    scene.abm.person().buy(List.of(AbmGoods.mac("C02D000009", "iMac")));
    scene.abm.person().buy(scene.server, List.of(AbmGoods.iPhone("F17X").tagged("77")));
    JsonNode devices =
        scene.loggedIn().post("/devices", "{'devices':['F17X','C02D000009']}").path("devices");
    assertEquals("SUCCESS", devices.path("F17X").path("response_status").asText());
    assertEquals("iOS", devices.path("F17X").path("os").asText());
    assertEquals("77", devices.path("F17X").path("asset_tag").asText());
    assertEquals("empty", devices.path("F17X").path("profile_status").asText());
    assertEquals("NOT_FOUND", devices.path("C02D000009").path("response_status").asText());
  }

  @Test
  public void holdsAHundredThousand() throws IOException {
    scene.abm.person().buyMacs(scene.server, "C03", 100_000);
    AbmClient client = scene.loggedIn();
    JsonNode page = client.post("/server/devices", "{'limit':1000}");
    int seen = page.path("devices").size();
    while (page.path("more_to_follow").asBoolean()) {
      page = client.post("/server/devices", "{'limit':1000,'cursor':'" + cursor(page) + "'}");
      seen += page.path("devices").size();
    }
    assertEquals(100_000, seen);
    assertEquals(100, scene.abm.calls().count(AbmEndpoint.FETCH));
    assertEquals(1000, scene.abm.calls().mostSerials());
    assertTrue(scene.abm.calls().busiestSecond() > 1);
  }

  private static void refused(String text, AbmClient client, String path, String cursor)
      throws IOException {
    AbmClient.Answer answer = client.send("POST", path, "{'cursor':'" + cursor + "'}");
    assertEquals("\"" + text + "\"", answer.text());
    assertEquals(400, answer.status());
  }

  private static String cursor(JsonNode page) {
    return page.path("cursor").asText();
  }

  private static void add(JsonNode page, List<String> serials) {
    page.path("devices").forEach(device -> serials.add(device.path("serial_number").asText()));
  }

  private static List<String> operations(JsonNode page) {
    List<String> operations = new ArrayList<>();
    page.path("devices")
        .forEach(
            device ->
                operations.add(
                    device.path("serial_number").asText() + " " + device.path("op_type").asText()));
    return operations;
  }
}
