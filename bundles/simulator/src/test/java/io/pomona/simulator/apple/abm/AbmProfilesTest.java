package io.pomona.simulator.apple.abm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class AbmProfilesTest {

  @Rule public final AbmScene scene = new AbmScene();

  private AbmClient client;

  @Before
  public void buy() {
    scene.abm.person().buyMacs(scene.server, "C02P", 3);
    client = scene.loggedIn();
  }

  private String define() throws IOException {
    return client
        .post("/profile", "{'profile_name':'Team','url':'https://mdm.test/enroll'}")
        .path("profile_uuid")
        .asText();
  }

  @Test
  public void aProfileReachesTheMacThatAsks() throws IOException {
    String uuid = define();
    assertTrue(scene.abm.profileFor("C02P000001").isEmpty());
    JsonNode answer =
        client
            .send(
                "PUT",
                "/profile/devices",
                "{'profile_uuid':'" + uuid + "','devices':['C02P000001','C02PNONE']}")
            .json();
    assertEquals("SUCCESS", answer.path("devices").path("C02P000001").asText());
    assertEquals("NOT_ACCESSIBLE", answer.path("devices").path("C02PNONE").asText());
    assertEquals(uuid, answer.path("profile_uuid").asText());

    AbmProfile profile = scene.abm.profileFor("C02P000001").orElseThrow();
    assertEquals(URI.create("https://mdm.test/enroll"), profile.url());
    assertEquals("pushed", status("C02P000001"));
    client.send("DELETE", "/profile/devices", "{'devices':['C02P000001']}");
    assertEquals("removed", status("C02P000001"));
    assertTrue(scene.abm.profileFor("C02P000001").isEmpty());
  }

  private String status(String serial) throws IOException {
    return client
        .post("/devices", "{'devices':['" + serial + "']}")
        .path("devices")
        .path(serial)
        .path("profile_status")
        .asText();
  }

  @Test
  public void aProfileIsReadBackAndUnknownOnesAreNot() throws IOException {
    String uuid = define();
    AbmClient.Answer read = client.send("GET", "/profile?profile_uuid=" + uuid, "");
    assertEquals("Team", read.json().path("profile_name").asText());
    text("\"PROFILE_NOT_FOUND\"", client.send("GET", "/profile?profile_uuid=X", ""));
    text("\"PROFILE_UUID_REQUIRED\"", client.send("GET", "/profile", ""));
    text("\"PROFILE_UUID_REQUIRED\"", client.send("POST", "/profile/devices", "{'devices':['X']}"));
    text(
        "\"DEVICE_ID_REQUIRED\"",
        client.send("POST", "/profile/devices", "{'profile_uuid':'" + uuid + "'}"));
  }

  @Test
  public void whatAppleRefusesInAProfileIsRefused() throws IOException {
    text("\"CONFIG_NAME_REQUIRED\"", client.send("POST", "/profile", "{'url':'https://a'}"));
    text("\"CONFIG_URL_REQUIRED\"", client.send("POST", "/profile", "{'profile_name':'a'}"));
    text(
        "\"FLAGS_INVALID\"",
        client.send(
            "POST", "/profile", "{'profile_name':'a','url':'https://a','is_mdm_removable':false}"));
    text(
        "\"MAGIC_INVALID\"",
        client.send(
            "POST",
            "/profile",
            "{'profile_name':'a','url':'https://a','org_magic':'" + "x".repeat(257) + "'}"));
  }

  @Test
  public void moreSerialsThanAllowedAreRefused() throws IOException {
    scene.abm.limit(AbmEndpoint.ASSIGN_PROFILE, 2, 2);
    text(
        "\"MALFORMED_REQUEST_BODY\"",
        client.send(
            "PUT",
            "/profile/devices",
            "{'profile_uuid':'" + define() + "','devices':['a','b','c']}"));
    assertEquals(3, scene.abm.calls().mostSerials());
  }

  private static void text(String expected, AbmClient.Answer answer) {
    assertEquals(expected, answer.text());
  }
}
