package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.KarafShell;
import io.pomona.itests.karaf.Pomonactl;
import io.pomona.simulator.mac.Fault;
import io.pomona.simulator.mac.VirtualMac;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A Mac is erased and comes back; what could open it before is kept. */
public class WipeAndReEnrollStory {
  private static final String FILE = "io.pomona.escrow.cfg";
  private static final String DAYS = "bypass.code.days";

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final LockDesk desk = new LockDesk(STAGE);
  private final KarafShell shell = KarafShell.of(STAGE.pomona().karaf());

  @Rule public final TemporaryFolder home = new TemporaryFolder();

  @BeforeClass
  public static void bypassCodesAreFetched() {
    STAGE.admin();
    STAGE.pomona().configure(FILE, DAYS, "15");
  }

  @AfterClass
  public static void asBefore() {
    STAGE.pomona().configure(FILE, DAYS, Stage.ESCROW.get(DAYS));
  }

  @After
  public void asUsual() {
    STAGE.world().allRest();
  }

  private VirtualMac newMac() {
    return STAGE.world().enrollAsleep(admin, STAGE.world().newMac());
  }

  private void wipe(VirtualMac mac, String behavior) {
    desk.post(
        mac, "wipe", Map.of("confirm", mac.hardware().serial(), "obliteration_behavior", behavior));
    assertTrue(desk.pin(mac).matches("[0-9]{6}"));
  }

  private void await(String what, VirtualMac mac, Callable<Boolean> done) {
    Awaitility.await(what)
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              mac.poll();
              return done.call();
            });
  }

  @Test
  public void anErasedMacEnrollsAnewAndItsCodesAreKept() throws Exception {
    VirtualMac mac = newMac();
    mac.activationLock(true);
    mac.poll();
    await("a bypass code", mac, () -> hasCode(mac));
    String first = code(mac);
    assertTrue(first, first.matches("[0-9A-Z]{5}-.*"));
    STAGE.secrets().plant("bypass code", first);
    String serial = mac.hardware().serial();
    assertEquals(first, shell.run("mdm:bypass-code-show --no-format " + serial).get(0));
    AdminApi.Answer other = admin.post(desk.path(mac, "wipe"), Map.of("confirm", "another"));
    assertEquals(422, other.status());
    wipe(mac, "Default");
    assertEquals("wipe", desk.pending(mac));
    mac.poll();
    assertFalse(mac.enrolled());
    desk.awaitStage(mac, "done");
    assertEquals("wiped", desk.status(mac));
    mac.enroll(VirtualWorld.profile(admin));
    desk.awaitStage(mac, "over");
    assertEquals("unlocked", desk.status(mac));
    await(
        "the code of the new enrollment",
        mac,
        () -> desk.get(mac, "activation_lock_bypass_code").get("history").size() == 2);
    JsonNode history = desk.get(mac, "activation_lock_bypass_code").get("history");
    Map<String, String> old = Map.of("command_uuid", history.at("/1/command_uuid").asText());
    assertEquals(
        first, desk.post(mac, "activation_lock_bypass_code/view", old).get("code").asText());
    String id = "--id=" + old.get("command_uuid");
    Pomonactl pomonactl = STAGE.pomonactl(home.getRoot().toPath());
    String shown = pomonactl.done("get", "bypass-code", "--host=" + serial, id);
    assertEquals(first, shown.strip());
    String told = admin.get("/api/v1/activities").ok().text();
    assertTrue(told.contains("viewed_activation_lock_bypass_code"));
    assertTrue(told.contains("wiped_host"));
    assertFalse("a code is in the feed", told.contains(first));
  }

  /** The Mac says once more that it is supervised, for it may have said so before anybody asked. */
  private boolean hasCode(VirtualMac mac) {
    desk.post(mac, "refetch");
    return desk.get(mac, "activation_lock_bypass_code").get("code_available").asBoolean();
  }

  private String code(VirtualMac mac) {
    return desk.post(mac, "activation_lock_bypass_code/view").get("code").asText();
  }

  @Test
  public void anErrorIsUncertainUntilTheMacIsHeardOfAgain() throws Exception {
    VirtualMac kept = newMac();
    kept.faults().add(Fault.ERASE_PREFLIGHT_FAILS);
    wipe(kept, "DoNotObliterate");
    kept.poll();
    assertTrue(kept.enrolled());
    desk.awaitStage(kept, "failed");
    assertEquals("unlocked", desk.status(kept));
    VirtualMac erased = newMac();
    erased.faults().add(Fault.ERASE_PREFLIGHT_FAILS);
    wipe(erased, "Default");
    erased.poll();
    assertFalse(erased.enrolled());
    desk.awaitStage(erased, "uncertain");
    assertEquals("wiped", desk.status(erased));
    erased.enroll(VirtualWorld.profile(admin));
    desk.awaitStage(erased, "over");
  }

  @Test
  public void theRecoveryLockIsSetVerifiedSeenAndReplaced() {
    VirtualMac mac = newMac();
    Hosts hosts = new Hosts(admin);
    await("details", mac, () -> hosts.hasDetails(mac));
    desk.post(mac, "recovery_lock");
    await("verified", mac, () -> recovery(mac).equals("verified"));
    String seen = desk.post(mac, "recovery_lock/view").get("password").asText();
    assertEquals(mac.recoveryLockPassword().orElseThrow(), seen);
    desk.post(mac, "recovery_lock/rotate");
    await("verified again", mac, () -> recovery(mac).equals("verified"));
    String next = desk.post(mac, "recovery_lock/view").get("password").asText();
    assertEquals(mac.recoveryLockPassword().orElseThrow(), next);
    assertFalse(seen.equals(next));
    STAGE.secrets().plant("recovery lock password", seen);
    STAGE.secrets().plant("second recovery lock password", next);
    admin.delete(desk.path(mac, "recovery_lock")).ok();
    await("cleared", mac, () -> recovery(mac).equals("cleared"));
    assertTrue(mac.recoveryLockPassword().isEmpty());
    String told = admin.get("/api/v1/activities").ok().text();
    assertFalse("a password is in the feed", told.contains(seen) || told.contains(next));
  }

  @Test
  public void theShellAndPomonactlMindTheRecoveryLock() {
    VirtualMac mac = newMac();
    String serial = mac.hardware().serial();
    await("details", mac, () -> new Hosts(admin).hasDetails(mac));
    shell.run("mdm:recovery-lock-set " + serial);
    await("verified", mac, () -> recovery(mac).equals("verified"));
    String seen = mac.recoveryLockPassword().orElseThrow();
    STAGE.secrets().plant("recovery lock password of the shell", seen);
    List<String> printed =
        shell.run(
            "mdm:recovery-lock-show --no-format " + serial,
            "mdm:recovery-lock-status --no-format " + serial,
            "mdm:recovery-lock-rotate " + serial);
    assertEquals(seen, printed.get(0));
    assertTrue(printed.get(1), printed.get(1).contains("verified"));
    assertFalse(printed.get(1), printed.get(1).contains(seen));
    await("verified again", mac, () -> recovery(mac).equals("verified"));
    String next = mac.recoveryLockPassword().orElseThrow();
    STAGE.secrets().plant("second recovery lock password of the shell", next);
    Pomonactl pomonactl = STAGE.pomonactl(home.getRoot().toPath());
    String host = "--host=" + serial;
    String shown = pomonactl.done("hosts", "recovery-lock", "view", host);
    assertTrue(shown.contains(next) && !next.equals(seen));
    String before = checkedAt(mac);
    pomonactl.done("hosts", "recovery-lock", "verify", host);
    await("checked", mac, () -> !checkedAt(mac).equals(before));
    shell.run("mdm:recovery-lock-clear " + serial);
    await("cleared", mac, () -> recovery(mac).equals("cleared"));
    assertTrue(mac.recoveryLockPassword().isEmpty());
  }

  private String checkedAt(VirtualMac mac) {
    return desk.get(mac, "recovery_lock").at("/history/0/checked_at").asText();
  }

  @Test
  public void theKeyOfItsOldDiskStaysWhateverBecomesOfTheHost() throws Exception {
    EncryptionDesk encryption = new EncryptionDesk(STAGE, "Wiped");
    try {
      VirtualMac mac = encryption.enroll(STAGE.world().newMac());
      encryption.turn(true);
      encryption.awaitAction(mac, "log_out");
      mac.logOut();
      encryption.refetchUntil(mac, "verified");
      String key = mac.recoveryKey().orElseThrow();
      wipe(mac, "Default");
      EncryptionDesk.await("it is erased", () -> !mac.enrolled());
      desk.awaitStage(mac, "done");
      mac.enroll(VirtualWorld.profile(admin));
      desk.awaitStage(mac, "over");
      mac.checkOut();
      admin.delete("/api/v1/hosts/" + new Hosts(admin).id(mac)).ok();
      assertFalse(new Hosts(admin).isKnown(mac));
      assertEquals(key, oldKey(mac));
    } finally {
      encryption.close();
    }
  }

  private String oldKey(VirtualMac mac) {
    String keys = "/api/v1/disk_encryption/keys";
    JsonNode found = admin.get(keys + "?query=" + mac.hardware().serial()).ok().json();
    String id = found.at("/encryption_keys/0/id").asText();
    return admin.post(keys + "/" + id + "/view", Map.of()).ok().json().findValue("key").asText();
  }

  private String recovery(VirtualMac mac) {
    return desk.get(mac, "recovery_lock").get("status").asText();
  }
}
