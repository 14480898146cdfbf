package io.pomona.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Rule;
import org.junit.Test;

public class HostsAdmitTest {
  @Rule public final Desk desk = new Desk();

  private String last() {
    List<String> requests = desk.server().requests();
    return requests.get(requests.size() - 1).replaceAll(" \\[.*?] ", " ");
  }

  @Test
  public void aMacIsLetInForAWhile() {
    String path = "POST /api/v1/mdm/apple/admissions";
    desk.server().on(path, 200, "{\"expires_at\":\"2026-12-01T10:00:00Z\"}");
    assertEquals(0, desk.run("hosts", "admit", "C02XK1ABCDEF", "--hours=2"));
    assertEquals(path + " {\"serial_number\":\"C02XK1ABCDEF\",\"hours\":2}", last());
    assertEquals(
        "C02XK1ABCDEF may enroll automatically once until 2026-12-01T10:00:00Z\n", desk.out());
    assertEquals(0, desk.run("hosts", "admit", "C02XK1ABCDEF"));
    assertEquals(path + " {\"serial_number\":\"C02XK1ABCDEF\"}", last());
  }

  @Test
  public void itIsTakenBackAndListed() {
    desk.server().on("DELETE /api/v1/mdm/apple/admissions/C02XK1ABCDEF", 204, "");
    assertEquals(desk.err(), 0, desk.run("hosts", "admit", "C02XK1ABCDEF", "--revoke"));
    assertEquals("C02XK1ABCDEF may no longer come.\n", desk.out());
    desk.server()
        .on(
            "GET /api/v1/mdm/apple/admissions",
            200,
            "{\"admissions\":[{\"serial_number\":\"C02XK1ABCDEF\",\"admitted_by\":\"Ada\"}]}");
    assertEquals(desk.err(), 0, desk.run("get", "admissions"));
    String listed = desk.out();
    assertTrue(listed, listed.contains("Ada"));
  }

  @Test
  public void theMacIsSaid() {
    assertEquals(2, desk.run("hosts", "admit"));
    assertTrue(desk.server().requests().isEmpty());
  }
}
