package io.pomona.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class HostVerbsTest {
  private static final String HOST =
      "{\"id\":7,\"uuid\":\"U-7\",\"hostname\":\"Karen's Mac\",\"team_name\":\"Desks\"}";

  @Rule public final Desk desk = new Desk();

  @Before
  public void aTeam() {
    desk.server()
        .on(
            "GET /api/v1/teams?page=0&per_page=500",
            200,
            "{\"teams\":[{\"id\":3,\"name\":\"Desks\"}]}");
  }

  private List<String> requests() {
    return desk.server().requests();
  }

  @Test
  public void hostsOfATeamAreAskedForByItsNumber() {
    desk.server()
        .on("GET /api/v1/hosts?team_id=3&page=0&per_page=500", 200, "{\"hosts\":[" + HOST + "]}")
        .on("GET /api/v1/hosts?team_id=0&page=0&per_page=500", 200, "{\"hosts\":[]}");
    assertEquals(0, desk.run("get", "hosts", "--team=desks"));
    assertTrue(desk.out().contains("Karen's Mac"));
    assertEquals(0, desk.run("get", "hosts", "--team=no team"));
    assertTrue(requests().toString(), desk.out().lines().count() == 1);
  }
}
