package io.pomona.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class AbmAssignmentsTest {
  private static final String ROW =
      "{\"assignments\":[{\"hardware_serial\":\"C02\",\"display_name\":\"Desk 1\","
          + "\"team_name\":\"Desks\",\"status\":\"failed\",\"tried_at\":\"2026-01-01T00:00:00Z\","
          + "\"next_try_at\":\"2026-01-01T01:00:00Z\",\"detail\":\"Apple could not.\"}]}";

  @Rule public final Desk desk = new Desk();

  @Before
  public void aServer() {
    desk.server()
        .on(
            "GET /api/v1/mdm/apple/dep/assignments?status=trouble&team_id=0&page=0&per_page=500",
            200,
            ROW)
        .on("GET /api/v1/hosts/identifier/C02", 200, "{\"host\":{\"id\":7}}")
        .on("POST /api/v1/mdm/apple/dep/assignments/assign", 200, "{\"count\":1}");
  }

  private String last() {
    List<String> requests = desk.server().requests();
    return requests.get(requests.size() - 1).replaceAll(" \\[.*?] ", " ");
  }

  @Test
  public void whatIsInTroubleIsListedWithTheReason() {
    assertEquals(
        desk.err(), 0, desk.run("get", "abm-assignments", "--status=trouble", "--team=No team"));
    String said = desk.out();
    assertTrue(said, said.contains("C02"));
    assertTrue(said, said.contains("Apple could not."));
  }

  @Test
  public void oneOrAllAreAssignedOnceMore() {
    assertEquals(desk.err(), 0, desk.run("hosts", "assign", "--hosts=C02"));
    assertEquals("POST /api/v1/mdm/apple/dep/assignments/assign {\"hosts\":[7]}", last());
    assertEquals("1 Mac is assigned once more.\n", desk.out());
    assertEquals(desk.err(), 0, desk.run("hosts", "assign", "--all-failed"));
    assertEquals("POST /api/v1/mdm/apple/dep/assignments/assign {\"all_failed\":true}", last());
    assertEquals(2, desk.run("hosts", "assign"));
    String refused = desk.err();
    assertTrue(refused, refused.startsWith("Say which Macs: "));
  }
}
