package io.pomona.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Rule;
import org.junit.Test;

public class SetupVerbsTest {
  private static final String NONE = "{\"code\":\"abm.no_bootstrap_package\"}";

  @Rule public final Desk desk = new Desk();

  private void answer(String request, String body) {
    desk.server().on(request, 200, body);
  }

  private boolean asked(String start) {
    return desk.server().requests().stream().anyMatch(request -> request.startsWith(start));
  }

  @Test
  public void whatATeamHasIsShown() {
    answer("GET /api/v1/bootstrap/summary?team_id=0", "{\"installed\":3}");
    desk.server().on("GET /api/v1/bootstrap/0/metadata", 404, NONE);
    assertEquals(desk.err(), 0, desk.run("setup-experience", "show"));
    String shown = desk.out();
    assertTrue(shown, shown.contains("bootstrap_package: null"));
    assertTrue(shown, shown.contains("installed: 3"));
  }

  @Test
  public void theAgreementIsShownUploadedAndDeleted() {
    answer("GET /api/v1/setup_experience/eula/metadata", "{\"token\":\"abc\"}");
    answer("POST /api/v1/setup_experience/eula", "{}");
    answer("DELETE /api/v1/setup_experience/eula/abc", "{}");
    desk.write("terms.pdf", "%PDF-");
    assertEquals(desk.err(), 0, desk.run("setup-experience", "eula"));
    String shown = desk.out();
    assertTrue(shown, shown.contains("abc"));
    assertEquals(0, desk.run("setup-experience", "eula", desk.getRoot() + "/terms.pdf"));
    assertTrue(asked("POST /api/v1/setup_experience/eula"));
    assertEquals(0, desk.run("setup-experience", "eula", "--delete"));
    assertTrue(asked("DELETE /api/v1/setup_experience/eula/abc"));
    assertEquals(2, desk.run("setup-experience", "eula", "--delete", "terms.pdf"));
  }

  @Test
  public void theLoginIsSwitched() {
    answer("PATCH /api/v1/setup_experience", "");
    assertEquals(desk.err(), 0, desk.run("setup-experience", "login", "on"));
    assertTrue(
        desk.server().requests().stream()
            .anyMatch(request -> request.contains("\"enable_end_user_authentication\":true")));
    assertEquals(2, desk.run("setup-experience", "login", "maybe"));
  }

  @Test
  public void thePackageIsDeleted() {
    answer("DELETE /api/v1/bootstrap/0", "{}");
    assertEquals(desk.err(), 0, desk.run("setup-experience", "package", "--delete"));
    assertTrue(asked("DELETE /api/v1/bootstrap/0"));
    assertEquals(2, desk.run("setup-experience", "package"));
  }
}
