package io.pomona.simulator.apple.abm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.simulator.support.Vectors;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class AbmScriptTest {

  @Rule public final AbmScene scene = new AbmScene();

  private AbmClient client;

  @Before
  public void buy() {
    scene.abm.person().buyMacs(scene.server, "C02S", 3);
    client = scene.loggedIn();
  }

  @Test
  public void readsTheLanguageOfDepsim() throws IOException {
    String config =
        Files.readString(Vectors.file("commandment__simulators__depsim__config_failures.json"));
    scene.abm.script().read(config);

    text(400, "BAD_REQUEST", client.session());
    text(403, "ACCESS_DENIED", client.session());
    text(403, "T_C_NOT_SIGNED", client.session());
    text(405, "METHOD_NOT_ALLOWED", client.session());
    text(401, "UNAUTHORIZED", client.session());
    AbmClient.Answer slower = client.session();
    text(429, "TOO_MANY_REQUESTS", slower);
    assertEquals(List.of("1"), slower.headers().get("retry-after"));
    assertEquals(200, client.session().status());
    text(400, "MALFORMED_REQUEST_BODY", client.send("POST", "/server/devices", "{}"));
    assertTrue(scene.abm.script().left() > 40);
  }

  @Test
  public void readsHowManyDevicesDepsimWouldInsert() throws IOException {
    assertEquals(1, scene.abm.script().devicesPerEvent());
    String config = Files.readString(Vectors.file("commandment__simulators__depsim__config.json"));
    assertEquals(500, scene.abm.script().read(config).devicesPerEvent());
  }

  @Test
  public void pagesAreSpoilt() throws IOException {
    scene.abm.shortPages(2);
    scene
        .abm
        .script()
        .next(AbmEndpoint.FETCH, AbmFaults.truncated(), AbmFaults.fine())
        .next(AbmEndpoint.FETCH, 2, AbmFaults.sameCursor())
        .next(AbmEndpoint.FETCH, AbmFaults.missingPage());
    AbmClient.Answer cut = client.send("POST", "/server/devices", "{}");
    assertThrows(JsonProcessingException.class, cut::json);

    String cursor = client.post("/server/devices", "{}").path("cursor").asText();
    String next = "{'cursor':'" + cursor + "'}";
    assertEquals(cursor, client.post("/server/devices", next).path("cursor").asText());
    JsonNode again = client.post("/server/devices", next);
    assertEquals(cursor, again.path("cursor").asText());
    assertTrue(again.path("more_to_follow").asBoolean());
    JsonNode missing = client.post("/server/devices", next);
    assertEquals(0, missing.path("devices").size());
    assertFalse(missing.path("more_to_follow").asBoolean());
  }

  @Test
  public void someSerialsFail() throws IOException {
    String uuid =
        client
            .post("/profile", "{'profile_name':'a','url':'https://a'}")
            .path("profile_uuid")
            .asText();
    String all =
        "{'profile_uuid':'" + uuid + "','devices':['C02S000000','C02S000001','C02S000002']}";
    scene
        .abm
        .script()
        .next(
            AbmEndpoint.ASSIGN_PROFILE,
            AbmFaults.serials("FAILED", List.of("C02S000000")),
            AbmFaults.throttled(Duration.ofMinutes(2)),
            AbmFaults.leavingOut(List.of("C02S000001")));

    JsonNode failed = client.post("/profile/devices", all);
    assertEquals("FAILED", failed.path("devices").path("C02S000000").asText());
    assertEquals("SUCCESS", failed.path("devices").path("C02S000002").asText());
    assertEquals(2, scene.abm.person().profiles().size());
    JsonNode throttled = client.post("/profile/devices", all);
    assertEquals("THROTTLED", throttled.path("devices").path("C02S000001").asText());
    assertEquals(120, throttled.path("retry_after_seconds").asInt());
    assertEquals(2, client.post("/profile/devices", all).path("devices").size());

    scene.abm.script().status("FAILED", List.of("C02S000002"));
    JsonNode standing = client.post("/profile/devices", all);
    assertEquals("FAILED", standing.path("devices").path("C02S000002").asText());
  }

  @Test
  public void connectionsAreCutBeforeAndAfterTheDeed() throws IOException {
    scene.abm.script().next(AbmEndpoint.DISOWN, AbmFaults.cutBefore(), AbmFaults.cutAfter());
    String body = "{'devices':['C02S000001']}";
    assertThrows(IOException.class, () -> client.send("POST", "/devices/disown", body));
    assertEquals(3, client.post("/server/devices", "{}").path("devices").size());
    assertThrows(IOException.class, () -> client.send("POST", "/devices/disown", body));
    assertEquals(2, client.post("/server/devices", "{}").path("devices").size());
  }

  private static void text(int status, String text, AbmClient.Answer answer) {
    assertEquals("\"" + text + "\"", answer.text());
    assertEquals(status, answer.status());
  }
}
