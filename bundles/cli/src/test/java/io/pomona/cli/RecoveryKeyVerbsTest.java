package io.pomona.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class RecoveryKeyVerbsTest {
  private static final String KEY = "A1B2-C3D4-E5F6-G7H8-J9K1-L2M3";
  private static final String SHOWN =
      "{\"host_id\":7,\"encryption_key\":{\"updated_at\":\"2026-01-01T00:00:00Z\",\"key\":\""
          + KEY
          + "\"}}";
  private static final String KEPT =
      "{\"encryption_keys\":[{\"id\":3,\"serial_number\":\"C02P000001\",\"readable\":true}]}";

  @Rule public final Desk desk = new Desk();

  @Before
  public void aHost() {
    desk.server()
        .on("GET /api/v1/hosts/identifier/C02P000001", 200, "{\"host\":{\"id\":7,\"uuid\":\"U\"}}");
  }

  @Test
  public void theKeyOfAHostIsShown() {
    desk.server().on("GET /api/v1/hosts/7/encryption_key", 200, SHOWN);
    assertEquals(desk.err(), 0, desk.run("get", "recovery-key", "--host", "C02P000001"));
    String shown = desk.out();
    assertTrue(shown, shown.contains(KEY));
  }

  @Test
  public void oneOfAllKeysIsShownById() {
    desk.server().on("POST /api/v1/disk_encryption/keys/3/view", 200, SHOWN);
    assertEquals(desk.err(), 0, desk.run("get", "recovery-key", "--id", "3"));
    String shown = desk.out();
    assertTrue(shown, shown.contains(KEY));
  }

  @Test
  public void keysAreListedWithoutThemselves() {
    desk.server().on("GET /api/v1/hosts/7/encryption_keys", 200, KEPT);
    desk.server().on("GET /api/v1/disk_encryption/keys?query=C02", 200, KEPT);
    assertEquals(desk.err(), 0, desk.run("get", "recovery-keys", "--host", "C02P000001"));
    String ofHost = desk.out();
    assertTrue(ofHost, ofHost.contains("C02P000001"));
    assertFalse(ofHost, ofHost.contains(KEY));
    assertEquals(desk.err(), 0, desk.run("get", "recovery-keys", "--query", "C02"));
  }

  @Test
  public void oneOrTheOtherIsNamed() {
    assertEquals(2, desk.run("get", "recovery-keys"));
    assertEquals(2, desk.run("get", "recovery-key", "--host", "a", "--id", "3"));
    assertTrue(desk.server().requests().isEmpty());
  }

  @Test
  public void aMacIsAskedForANewKey() {
    desk.server().on("POST /api/v1/hosts/7/encryption_key/rotate", 200, "{}");
    assertEquals(desk.err(), 0, desk.run("hosts", "rotate-key", "C02P000001"));
    assertEquals("Asked 1 Mac to make a new recovery key.\n", desk.out());
  }
}
