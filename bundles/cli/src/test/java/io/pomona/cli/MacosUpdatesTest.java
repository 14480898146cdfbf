package io.pomona.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import org.junit.Rule;
import org.junit.Test;

public class MacosUpdatesTest {
  private static final String SUMMARY = "GET /api/v1/macos_updates/summary";
  private static final String PACKAGE = "/api/v1/macos_updates/nudge_package";
  private static final String COUNTED =
      "{\"macos_updates\":{\"minimum_version\":\"14.6.1\"},\"states\":{\"pending\":3},"
          + "\"versions\":[{\"version\":\"14.6.1\",\"state\":\"up_to_date\",\"hosts\":5},"
          + "{\"version\":\"13.6.9\",\"state\":\"pending\",\"hosts\":3}]}";

  @Rule public final Desk desk = new Desk();

  private boolean asked(String start) {
    return desk.server().requests().stream().anyMatch(request -> request.startsWith(start));
  }

  /** The words of each line. */
  private static String line(String printed, int number) {
    return String.join(" ", Arrays.asList(printed.lines().toList().get(number).split("\\s+")));
  }

  @Test
  public void macsAreCountedByWhatTheyRun() {
    desk.server().on(SUMMARY, 200, COUNTED);
    assertEquals(desk.err(), 0, desk.run("get", "macos-updates"));
    String counted = desk.out();
    assertEquals("MACOS STATE MACS", line(counted, 0));
    assertEquals("14.6.1 up_to_date 5", line(counted, 1));
    assertEquals("13.6.9 pending 3", line(counted, 2));
  }

  @Test
  public void aTeamIsNamedAndSentAsItsNumber() {
    desk.server()
        .on(
            "GET /api/v1/teams?page=0&per_page=500",
            200,
            "{\"teams\":[{\"id\":4,\"name\":\"Desks\"}]}")
        .on(SUMMARY + "?team_id=4", 200, COUNTED);
    assertEquals(desk.err(), 0, desk.run("get", "macos-updates", "--team=Desks"));
    assertTrue(desk.server().requests().toString(), asked(SUMMARY + "?team_id=4"));
  }

  @Test
  public void nudgeIsUploadedAndDeleted() {
    desk.server().on("POST " + PACKAGE, 200, "{}").on("DELETE " + PACKAGE, 200, "{}");
    desk.write("Nudge_Suite.pkg", "xar!");
    assertEquals(desk.err(), 0, desk.run("updates", "nudge", desk.getRoot() + "/Nudge_Suite.pkg"));
    assertTrue(desk.out().contains("Nudge_Suite.pkg uploaded."));
    assertTrue(asked("POST " + PACKAGE));
    assertEquals(0, desk.run("updates", "nudge", "--delete"));
    assertTrue(asked("DELETE " + PACKAGE));
  }

  @Test
  public void oneOfTheTwoIsSaid() {
    assertEquals(2, desk.run("updates", "nudge"));
    assertEquals(2, desk.run("updates", "nudge", "--delete", "Nudge_Suite.pkg"));
    assertEquals(5, desk.run("updates", "nudge", "none.pkg"));
  }
}
