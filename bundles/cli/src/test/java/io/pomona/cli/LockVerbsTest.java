package io.pomona.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class LockVerbsTest {
  @Rule public final Desk desk = new Desk();

  @Before
  public void aMac() {
    desk.server().on("GET /api/v1/hosts/identifier/C02XK1ABCDEF", 200, "{\"host\":{\"id\":7}}");
    desk.server()
        .on(
            "GET /api/v1/hosts/identifier/nobody",
            404,
            "{\"message\":\"no\",\"code\":\"enrollment.host_not_found\"}");
  }

  private String last() {
    List<String> requests = desk.server().requests();
    return requests.get(requests.size() - 1).replaceAll(" \\[.*?] ", " ");
  }

  @Test
  public void aMacIsLockedAndItsPinShownWhenItIsWanted() {
    desk.server().on("POST /api/v1/hosts/7/lock", 200, "{\"pending_action\":\"lock\"}");
    assertEquals(desk.err(), 0, desk.run("mdm", "lock", "--host=C02XK1ABCDEF", "--message=Call"));
    assertEquals("POST /api/v1/hosts/7/lock {\"message\":\"Call\"}", last());
    assertTrue(desk.out().contains("pomonactl mdm unlock --host=C02XK1ABCDEF"));
    desk.server().on("POST /api/v1/hosts/7/lock?view_pin=true", 200, "{\"unlock_pin\":\"012345\"}");
    assertEquals(desk.err(), 0, desk.run("mdm", "lock", "--host=C02XK1ABCDEF", "--view-pin"));
    assertTrue(desk.out().contains("PIN: 012345"));
  }

  @Test
  public void unlockShowsThePin() {
    desk.server().on("POST /api/v1/hosts/7/unlock", 200, "{\"unlock_pin\":\"012345\"}");
    assertEquals(desk.err(), 0, desk.run("mdm", "unlock", "--host=C02XK1ABCDEF"));
    assertEquals("Use this 6 digit PIN to unlock the host:\n012345\n", desk.out());
    assertEquals("POST /api/v1/hosts/7/unlock {}", last());
  }

  @Test
  public void onlyWhoSaysTheSerialNumberErases() {
    desk.server().on("GET /api/v1/hosts/7/lock", 200, "{\"help\":\"Activation Lock is off.\"}");
    desk.server().on("POST /api/v1/hosts/7/wipe", 200, "{}");
    assertEquals(1, desk.run("mdm", "wipe", "--host=C02XK1ABCDEF"));
    assertTrue(desk.err().contains("--confirm=SERIAL"));
    assertFalse(desk.server().requests().toString().contains("/wipe"));
    assertEquals(
        desk.err(), 0, desk.run("mdm", "wipe", "--host=C02XK1ABCDEF", "--confirm=C02XK1ABCDEF"));
    assertEquals("POST /api/v1/hosts/7/wipe {\"confirm\":\"C02XK1ABCDEF\"}", last());
    assertTrue(desk.out().contains("Activation Lock is off.\nThe host will wipe"));
  }

  @Test
  public void whatCannotBeDoneIsSaid() {
    assertEquals(1, desk.run("mdm", "lock"));
    assertTrue(desk.err().contains("No host targeted."));
    assertEquals(1, desk.run("mdm", "unlock", "--host=nobody"));
    assertTrue(desk.err().contains("The host doesn't exist."));
    String off = "Can't wipe the host because it doesn't have MDM turned on.";
    desk.server().on("GET /api/v1/hosts/7/lock", 200, "{}");
    desk.server()
        .on(
            "POST /api/v1/hosts/7/wipe",
            409,
            "{\"message\":\"" + off + "\",\"code\":\"escrow.mdm_off\"}");
    assertEquals(1, desk.run("mdm", "wipe", "--host=C02XK1ABCDEF", "--confirm=x"));
    assertTrue(desk.err().contains(off));
    desk.server()
        .on(
            "POST /api/v1/hosts/7/unlock",
            403,
            "{\"message\":\"no\",\"code\":\"organization.forbidden\"}");
    assertEquals(1, desk.run("mdm", "unlock", "--host=C02XK1ABCDEF"));
    assertTrue(desk.err().contains("Permission denied."));
  }

  @Test
  public void theRecoveryLockAndTheBypassCode() {
    String path = " /api/v1/hosts/7/recovery_lock";
    desk.server().on("POST" + path, 200, "{\"status\":\"pending\"}");
    assertEquals(0, desk.run("hosts", "recovery-lock", "set", "--host=C02XK1ABCDEF"));
    assertEquals("pending\n", desk.out());
    desk.server().on("POST" + path + "/view", 200, "{\"status\":\"verified\",\"password\":\"pw\"}");
    assertEquals(0, desk.run("hosts", "recovery-lock", "view", "--host=C02XK1ABCDEF"));
    assertEquals("verified\npw\n", desk.out());
    desk.server().on("DELETE" + path, 200, "{\"status\":\"pending\"}");
    assertEquals(0, desk.run("hosts", "recovery-lock", "clear", "--host=C02XK1ABCDEF"));
    desk.server()
        .on("POST /api/v1/hosts/7/activation_lock_bypass_code/view", 200, "{\"code\":\"3UM43\"}");
    desk.out();
    assertEquals(0, desk.run("get", "bypass-code", "--host=C02XK1ABCDEF"));
    assertEquals("3UM43\n", desk.out());
  }
}
