package io.pomona.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class HostUpdatesTest {
  private static final String UPDATES = "/api/v1/hosts/7/os_updates";
  private static final String SENT =
      "{\"command_uuid\":\"C-1\",\"warnings\":[\"No bootstrap token.\"]}";

  @Rule public final Desk desk = new Desk();

  @Before
  public void aMac() {
    desk.server().on("GET /api/v1/hosts/identifier/C02", 200, "{\"host\":{\"id\":7}}");
  }

  @Test
  public void aMacIsAskedByItsNumber() {
    desk.server()
        .on("POST " + UPDATES + "/scan", 200, SENT)
        .on("POST " + UPDATES + "/status", 200, SENT);
    assertEquals(0, desk.run("hosts", "updates", "scan", "C02", "--force"));
    assertTrue(desk.out().contains("asked by command C-1"));
    assertEquals(0, desk.run("hosts", "updates", "status", "C02"));
  }

  @Test
  public void whatIsScheduledIsSaidWithItsWarnings() {
    desk.server().on("POST " + UPDATES, 200, SENT);
    assertEquals(
        0,
        desk.run(
            "hosts", "updates", "schedule", "C02", "--os-version=14.6.1", "--action=InstallASAP"));
    String said = desk.out();
    assertTrue(said, said.contains("told by command C-1"));
    assertTrue(said, said.contains("Warning: No bootstrap token."));
    assertEquals(2, desk.run("hosts", "updates", "schedule", "C02"));
  }

  @Test
  public void theListEndsWithWhatIsScheduled() {
    desk.server()
        .on(
            "GET " + UPDATES,
            200,
            "{\"available_at\":\"2026-11-28T00:00:00Z\",\"available\":[{\"product_key\":\"MSU_1\","
                + "\"version\":\"14.6.1\",\"major\":false}],\"scheduled\":{\"version\":\"14.6.1\","
                + "\"state\":\"downloading\",\"detail\":\"It is being downloaded.\"}}");
    assertEquals(0, desk.run("hosts", "updates", "list", "C02"));
    String listed = desk.out();
    assertTrue(listed, listed.contains("MSU_1"));
    assertTrue(listed, listed.contains("Scheduled: 14.6.1, downloading. It is being downloaded."));
  }
}
