package io.pomona.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class HostsTransferTest {
  @Rule public final Desk desk = new Desk();

  @Before
  public void aTeam() {
    desk.server()
        .on(
            "GET /api/v1/teams?page=0&per_page=500",
            200,
            "{\"teams\":[{\"id\":3,\"name\":\"Desks\"}]}")
        .on("GET /api/v1/hosts/identifier/C02", 200, "{\"host\":{\"id\":7}}")
        .on("POST /api/v1/hosts/transfer", 200, "{}")
        .on("POST /api/v1/hosts/transfer/filter", 200, "{}");
  }

  private String last() {
    List<String> requests = desk.server().requests();
    return requests.get(requests.size() - 1).replaceAll(" \\[.*?] ", " ");
  }

  @Test
  public void outOfAllTeamsIsSaid() {
    assertEquals(0, desk.run("hosts", "transfer", "--team=No team", "--hosts=C02"));
    assertEquals("POST /api/v1/hosts/transfer {\"team_id\":null,\"hosts\":[7]}", last());
    assertEquals("Moved 1 Mac.\n", desk.out());
    assertEquals(2, desk.run("hosts", "transfer", "--hosts=C02"));
    String refused = desk.err();
    assertTrue(refused, refused.startsWith("Say where to: --team NAME or \"No team\"."));
  }

  @Test
  public void whatMatchesMovesWithoutBeingLookedUp() {
    String filter = "POST /api/v1/hosts/transfer/filter ";
    assertEquals(0, desk.run("hosts", "transfer", "--team=desks", "--query=C02X"));
    assertEquals(filter + "{\"team_id\":3,\"filters\":{\"query\":\"C02X\"}}", last());
    assertEquals(0, desk.run("hosts", "transfer", "--team=desks", "--from-team=no team"));
    assertEquals(filter + "{\"team_id\":3,\"filters\":{\"team_id\":0}}", last());
    assertEquals(
        0, desk.run("hosts", "transfer", "--team=No team", "--from-team=Desks", "--query=lab"));
    assertEquals(
        filter + "{\"team_id\":null,\"filters\":{\"query\":\"lab\",\"team_id\":3}}", last());
    assertTrue(desk.out().endsWith("Moved all Macs that match.\n"));
    String asked = desk.server().requests().toString();
    assertTrue(asked, !asked.contains("GET /api/v1/hosts"));
  }

  @Test
  public void nobodyMovesAllMacsByAnEmptyWord() {
    for (List<String> which :
        List.of(List.<String>of(), List.of("--query="), List.of("--hosts=C02", "--query=x"))) {
      List<String> words = new ArrayList<>(List.of("hosts", "transfer", "--team=Desks"));
      words.addAll(which);
      assertEquals(2, desk.run(words.toArray(new String[0])));
      String refused = desk.err();
      assertTrue(refused, refused.startsWith("Say which Macs: "));
    }
    assertEquals(List.of(), desk.server().requests());
  }
}
