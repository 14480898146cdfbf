package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.AdminApi.Answer;
import io.pomona.simulator.apple.VirtualApple;
import io.pomona.simulator.apple.abm.AbmProfile;
import io.pomona.simulator.crypto.KeySource;
import io.pomona.simulator.mac.EnrollmentRefusedException;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.simulator.mac.setup.SetupAssistant;
import io.pomona.simulator.oidc.VirtualPerson;
import io.pomona.simulator.wire.Plist;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** Macs that ABM assigns come in by themselves, and nobody else does. */
public class EnrollAutomaticallyStory {
  private static final String AUTOMATIC = "On (automatic)";
  private static final String ADMISSIONS = "/api/v1/mdm/apple/admissions";
  private static final String EULA = "/api/v1/setup_experience/eula";
  private static final String WEB = "/mdm/apple/enroll/web";
  private static final byte[] TERMS =
      "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final List<VirtualMac> macs = new ArrayList<>();
  private AbmDesk abm;
  private long team;

  @Before
  public void anOrganizationAtApple() {
    team =
        admin.post("/api/v1/teams", Map.of("name", "By ABM")).ok().json().at("/team/id").asLong();
    abm = new AbmDesk(STAGE, "Orchard of automatic enrollment");
    abm.defaultTeam(team);
  }

  @After
  public void tidy() {
    abm.close();
    admin.delete("/api/v1/teams/" + team).ok();
    STAGE.world().allRest();
  }

  private VirtualMac assigned() {
    VirtualMac mac = STAGE.world().newMac();
    macs.add(mac);
    abm.assign(List.of(mac));
    return mac;
  }

  private List<JsonNode> told(String type, VirtualMac mac) {
    List<JsonNode> found = new ArrayList<>();
    admin
        .get("/api/v1/activities?per_page=200&type=" + type)
        .ok()
        .json()
        .get("activities")
        .forEach(
            row -> {
              if (row.at("/details/host_serial").asText().equals(mac.hardware().serial())) {
                found.add(row);
              }
            });
    return found;
  }

  private static void assertRefused(Refusable enrolling) {
    EnrollmentRefusedException refused =
        assertThrows(EnrollmentRefusedException.class, enrolling::run);
    assertEquals(403, refused.status());
  }

  private interface Refusable {
    void run() throws Exception;
  }

  @Test
  public void aNewMacIsOnAfterItsSetUp() throws Exception {
    VirtualMac mac = assigned();
    assertEquals("Pending", abm.mdm(mac));
    assertTrue(abm.assistant(mac, false).ofAnOldMac().run());
    assertEquals(AUTOMATIC, abm.mdm(mac));
    assertEquals("enrolled", abm.step(mac));
    assertEquals(team, abm.host(mac).get("team_id").asLong());
    JsonNode told = told("mdm_enrolled", mac).get(0);
    assertTrue(told.toString(), told.at("/details/installed_from_dep").asBoolean());
  }

  @Test
  public void anErasedMacComesBackAndAStrangerEndsNothing() throws Exception {
    VirtualMac mac = assigned();
    abm.assistant(mac, false).run();
    String before = abm.host(mac).get("last_enrolled_at").asText();
    VirtualMac impostor = VirtualMac.inMemory(mac.hardware(), STAGE.world().macSetup());
    assertRefused(() -> forged(impostor).run());
    assertEquals(AUTOMATIC, abm.mdm(mac));
    assertEquals(before, abm.host(mac).get("last_enrolled_at").asText());
    mac.wipe();
    abm.assistant(mac, false).run();
    assertEquals(AUTOMATIC, abm.mdm(mac));
    assertNotEquals(before, abm.host(mac).get("last_enrolled_at").asText());
  }

  private SetupAssistant forged(VirtualMac mac) {
    VirtualApple other = VirtualApple.create(KeySource.pooled(4), Clock.systemUTC());
    return abm.assistant(mac, false, other.devices());
  }

  @Test
  public void whoeverIsRefusedIsToldOfAndCanBeLetIn() throws Exception {
    VirtualMac mac = assigned();
    assertRefused(() -> forged(mac).run());
    JsonNode told = told("host_enrollment_rejected", mac).get(0);
    assertTrue(told.toString(), told.at("/details/reason").asText().contains("not signed"));
    assertEquals("Pending", abm.mdm(mac));

    admin.post(ADMISSIONS, Map.of("serial_number", mac.hardware().serial(), "hours", 1)).ok();
    assertFalse(abm.host(mac).at("/mdm/automatic_enrollment/admitted_until").asText("").isEmpty());
    assertTrue(forged(mac).run());
    assertEquals(AUTOMATIC, abm.mdm(mac));
    assertEquals(1, told("admitted_host", mac).size());
    mac.wipe();
    assertRefused(() -> forged(mac).run());
  }

  @Test
  public void aMacThatAbmDoesNotAssignStaysOutUntilItIsLetIn() throws Exception {
    VirtualMac foreign = STAGE.world().newMac();
    assertRefused(() -> abm.assistant(foreign, false).run());
    assertRefused(() -> forged(foreign).run());
    assertEquals(2, told("host_enrollment_rejected", foreign).size());
    admin.post(ADMISSIONS, Map.of("serial_number", foreign.hardware().serial())).ok();
    assertRefused(() -> forged(foreign).run());
    assertTrue(abm.assistant(foreign, false).run());
    assertEquals(AUTOMATIC, abm.mdm(foreign));

    VirtualMac taken = assigned();
    abm.unassign(taken);
    assertRefused(() -> abm.assistant(taken, true).run());
  }

  @Test
  public void aMacUpdatesFirstWhereItsTeamWantsThat() throws Exception {
    VirtualMac mac = assigned();
    String wanted = "26.3.1";
    assertNotEquals(wanted, mac.hardware().osVersion());
    minimumVersion(wanted);
    abm.assistant(mac, false).run();
    assertEquals(wanted, mac.hardware().osVersion());
    assertEquals(AUTOMATIC, abm.mdm(mac));
    VirtualMac other = assigned();
    minimumVersion("");
    String before = other.hardware().osVersion();
    abm.assistant(other, false).run();
    assertEquals(before, other.hardware().osVersion());
  }

  private void minimumVersion(String version) {
    Map<String, Object> enrollment = Map.of("minimum_version", version);
    Map<String, Object> mdm = Map.of("macos_setup", Map.of("enrollment", enrollment));
    admin
        .post("/api/v1/spec/teams", Map.of("specs", List.of(Map.of("name", "By ABM", "mdm", mdm))))
        .ok();
  }

  @Test
  public void theWebViewAsksForTermsAndALogin() throws Exception {
    withTermsAndLogin(
        roots -> {
          VirtualMac mac = assigned();
          assertRefused(() -> abm.assistant(mac, false).run());
          int accounts = admin.get("/api/v1/users").ok().json().get("users").size();
          SetupAssistant setup = abm.assistant(mac, true).trusting(roots);
          assertTrue(setup.run());
          List<String> pages = setup.pages().stream().map(URI::getPath).toList();
          assertTrue(pages.toString(), pages.contains(WEB + "/agreement"));
          assertTrue(
              pages.toString(),
              pages.indexOf(WEB + "/agreement") < pages.indexOf(WEB + "/callback"));
          assertEquals(AUTOMATIC, abm.mdm(mac));
          assertEquals(accounts, admin.get("/api/v1/users").ok().json().get("users").size());
        });
  }

  /** By the profile that the server has given to Apple. */
  @Test
  public void whoLogsInFindsTheirAccountFilledIn() throws Exception {
    withTermsAndLogin(
        roots -> {
          VirtualMac mac = assigned();
          Awaitility.await("a profile with a page")
              .atMost(Duration.ofSeconds(60))
              .until(
                  () ->
                      STAGE
                          .world()
                          .abm()
                          .profileFor(mac.hardware().serial())
                          .flatMap(AbmProfile::webUrl)
                          .isPresent());
          STAGE.world().setupAssistant(mac).trusting(roots).run();
          Awaitility.await("let go from Setup Assistant")
              .atMost(Duration.ofSeconds(60))
              .until(() -> polled(mac));
          Plist account = mac.account().orElseThrow();
          assertEquals(Optional.of("Jane Doe"), account.text("PrimaryAccountFullName"));
          assertEquals(Optional.of("jane.doe"), account.text("PrimaryAccountUserName"));
          assertTrue(account.flag("LockPrimaryAccountInfo"));
        });
  }

  private static boolean polled(VirtualMac mac) {
    mac.poll();
    return !mac.awaitingConfiguration();
  }

  private interface Setup {
    void with(List<X509CertificateHolder> roots) throws Exception;
  }

  private void withTermsAndLogin(Setup setup) throws Exception {
    VirtualPerson jane = new VirtualPerson("jane-1", "jane.doe@example.com", "Jane Doe");
    try (SsoWorld sso = new SsoWorld(STAGE.pomona())) {
      sso.provider().arrives(jane);
      STAGE.pomona().configure(SsoWorld.FILE, sso.settings(""));
      awaitSso(true);
      admin
          .method(
              "PATCH",
              "/api/v1/setup_experience",
              Map.of("team_id", team, "enable_end_user_authentication", true))
          .ok();
      admin.upload(EULA, "eula", "terms.pdf", TERMS).ok();
      List<X509CertificateHolder> roots = new ArrayList<>(STAGE.pomona().roots());
      roots.addAll(sso.roots());
      setup.with(roots);
    } finally {
      String token = admin.get(EULA + "/metadata").ok().json().path("token").asText();
      admin.delete(EULA + "/" + token).ok();
      STAGE.pomona().configure(SsoWorld.FILE, "oidc.issuer", "");
      awaitSso(false);
    }
  }

  private void awaitSso(boolean on) {
    Awaitility.await()
        .until(
            () ->
                STAGE
                        .pomona()
                        .api()
                        .get("/api/v1/sso")
                        .json()
                        .at("/settings/sso_enabled")
                        .asBoolean()
                    == on);
  }

  @Test
  public void whoHasNoTicketSeesASentenceAndNoProfile() {
    AdminApi browser = STAGE.pomona().api();
    for (String path : List.of("", "/agreement", "/login", "/callback?state=a&code=b")) {
      Answer page = browser.send(browser.request(WEB + path).header("Accept", "text/html"));
      assertEquals(path, 403, page.status());
      assertTrue(page.text(), page.text().contains("go back and begin again"));
      assertTrue(
          page.headers().firstValue("Content-Security-Policy").orElse("").contains("'none'"));
    }
    String large = "A".repeat(12_000);
    Answer rubbish = browser.send(browser.request(WEB).header("x-apple-aspen-deviceinfo", large));
    assertEquals(rubbish.text(), 400, rubbish.status());
  }
}
