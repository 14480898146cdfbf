package io.pomona.simulator.apple.abm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.simulator.support.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class AbmFolderTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final SettableClock clock = new SettableClock();

  @Test
  public void allIsThereAgainAfterARestartButTheSessions() throws IOException {
    String cursor;
    AbmClient before;
    try (VirtualAbm abm = open()) {
      AbmServer server = abm.person().addServer("Pomona", AbmScene.pem());
      abm.person().downloadToken(server);
      abm.person().buyMacs(server, "C02F", 3);
      before = new AbmClient(abm, server.token().orElseThrow()).loggedIn();
      String uuid =
          before
              .post("/profile", "{'profile_name':'a','url':'https://a','devices':['C02F000001']}")
              .path("profile_uuid")
              .asText();
      assertEquals(uuid, abm.person().profiles().get("C02F000001"));
      cursor = before.post("/server/devices", "{}").path("cursor").asText();
      abm.person().release(List.of("C02F000002"));
    }

    try (VirtualAbm abm = open()) {
      AbmServer server = abm.person().server("Pomona").orElseThrow();
      AbmClient client = new AbmClient(abm, server.token().orElseThrow());
      client.headers.put("X-ADM-Auth-Session", before.headers.get("X-ADM-Auth-Session"));
      assertEquals("\"FORBIDDEN\"", client.send("GET", "/account", "").text());
      client.loggedIn();
      JsonNode news = client.post("/devices/sync", "{'cursor':'" + cursor + "'}");
      assertEquals("deleted", news.path("devices").path(0).path("op_type").asText());
      assertEquals(2, client.post("/server/devices", "{}").path("devices").size());
      assertTrue(abm.profileFor("C02F000001").isPresent());
    }
  }

  private VirtualAbm open() throws IOException {
    return VirtualAbm.open(Path.of(folder.getRoot().getPath()), AbmScene.APPLE, 0, clock);
  }
}
