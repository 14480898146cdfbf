package io.pomona.itests.story;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.AdminApi.Answer;
import io.pomona.simulator.mac.Behaviour;
import io.pomona.simulator.mac.BehaviourScript;
import io.pomona.simulator.mac.Supervision;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.testkit.SamplePackages;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;

/** A Mac waits in Setup Assistant for its package and its profiles, and never for ever. */
public class SetUpAMacStory {
  private static final String BOOTSTRAP = "/api/v1/fleet/mdm/apple/bootstrap";
  private static final String PROFILES = "/api/v1/configuration_profiles";
  private static final String ABM = "io.pomona.abm.cfg";
  private static final String DEADLINE = "setup.deadline.seconds";
  private static final int TWELVE_MEGABYTES = 12 << 20;

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final Hosts hosts = new Hosts(admin);

  @After
  public void tidy() {
    STAGE.pomona().configure(ABM, DEADLINE, "900");
    admin.delete(BOOTSTRAP + "/0");
    setup(Map.of("enable_release_device_manually", false));
    for (JsonNode stored : admin.get(PROFILES).ok().json().get("profiles")) {
      admin.delete(PROFILES + "/" + stored.get("profile_uuid").asText());
    }
  }

  private void setup(Map<String, Object> wanted) {
    assertEquals(204, admin.method("PATCH", "/api/v1/setup_experience", wanted).status());
  }

  private Answer upload(byte[] content) {
    return admin.upload(BOOTSTRAP, "package", "tools.pkg", content);
  }

  private VirtualMac mac(Behaviour... onPackage) {
    return VirtualMac.inMemory(
        STAGE.world().newHardware(),
        STAGE
            .world()
            .macSetup()
            .with(BehaviourScript.obedient().on("InstallEnterpriseApplication", onPackage)));
  }

  /** As Macs do that Apple Business Manager sends: they wait in Setup Assistant. */
  private void enroll(VirtualMac mac) {
    try {
      List<String> failures =
          STAGE
              .world()
              .awake(List.of(mac))
              .each(
                  each ->
                      each.enroll(
                          VirtualWorld.profile(admin), new Supervision(true, true, true, true)),
                  done -> {});
      assertEquals(List.of(), failures);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode setupOf(VirtualMac mac) {
    return hosts.of(mac).path("mdm").path("macos_setup");
  }

  private boolean hasEnded(VirtualMac mac) {
    return setupOf(mac).path("stage").asText().equals("ended");
  }

  private static void await(String what, Callable<Boolean> condition) {
    Awaitility.await(what).atMost(Duration.ofSeconds(60)).until(condition);
  }

  @Test
  public void aMacGoesOnOnceAllHasCome() {
    byte[] content = SamplePackages.signed(TWELVE_MEGABYTES);
    upload(content).ok();
    SampleProfile profile = SampleProfile.named("At set-up");
    admin.upload(PROFILES, "profile", "a.mobileconfig", profile.mobileconfig()).ok();
    VirtualMac mac = mac();
    enroll(mac);
    await("the Mac goes on", () -> !mac.awaitingConfiguration());
    await("and says so", () -> hasEnded(mac));
    assertTrue(mac.has(profile.identifier()));
    assertEquals(content.length, mac.applications().get(0).size());
    JsonNode setup = setupOf(mac);
    assertEquals("installed", setup.path("bootstrap_package_status").asText());
    assertEquals("tools.pkg", setup.path("bootstrap_package_name").asText());
    assertEquals("", setup.path("released_without").asText());
    JsonNode counts = admin.get(BOOTSTRAP + "/summary").ok().json();
    assertEquals(1, counts.path("installed").asInt());
  }

  @Test
  public void theFileComesBackWholeAndInPieces() {
    byte[] content = SamplePackages.signed(3 << 20);
    upload(content).ok();
    JsonNode known = admin.get(BOOTSTRAP + "/0/metadata").ok().json();
    assertEquals(32, Base64.getDecoder().decode(known.path("sha256").asText()).length);
    String address = "/mdm/apple/bootstrap?token=" + known.path("token").asText();
    AdminApi anybody = admin.as("");
    Answer whole = anybody.get(address).ok();
    assertArrayEquals(content, whole.body());
    assertEquals("" + content.length, whole.headers().firstValue("Content-Length").orElse(""));
    int from = (1 << 20) - 5;
    Answer piece =
        anybody.send(anybody.request(address).header("Range", "bytes=" + from + "-" + (from + 9)));
    assertEquals(206, piece.status());
    assertArrayEquals(Arrays.copyOfRange(content, from, from + 10), piece.body());
    assertEquals(404, anybody.get("/mdm/apple/bootstrap?token=guessed").status());
    assertEquals(404, anybody.get("/mdm/apple/bootstrap").status());
    assertArrayEquals(content, anybody.get(address.replace("/mdm", "/api/v1/mdm")).ok().body());
    assertEquals(422, upload(SamplePackages.unsigned()).status());
    assertEquals(422, upload("no package".getBytes()).status());
    assertArrayEquals("the one before is still there", content, anybody.get(address).ok().body());
  }

  @Test
  public void aMacThatNeverAnswersIsReleasedAllTheSame() {
    STAGE.pomona().configure(ABM, DEADLINE, "3");
    await("the new deadline counts", this::hasShortDeadline);
    await("the package can be uploaded", () -> upload(SamplePackages.signed(10)).status() == 200);
    Behaviour[] silent = new Behaviour[100];
    Arrays.fill(silent, new Behaviour.Silence());
    VirtualMac mac = mac(silent);
    enroll(mac);
    await("the Mac goes on", () -> !mac.awaitingConfiguration());
    await("and says so", () -> hasEnded(mac));
    JsonNode setup = setupOf(mac);
    assertEquals("pending", setup.path("bootstrap_package_status").asText());
    assertEquals("the bootstrap package", setup.path("released_without").asText());
    assertEquals(List.of(), mac.applications());
    JsonNode told =
        admin
            .get("/api/v1/activities?type=released_host_from_setup")
            .ok()
            .json()
            .path("activities")
            .get(0);
    assertEquals("the bootstrap package", told.at("/details/missing").asText());
    assertEquals(mac.hardware().serial(), told.at("/details/host_serial").asText());
  }

  private boolean hasShortDeadline() {
    VirtualMac probe = mac();
    enroll(probe);
    await("the set-up has begun", () -> setupOf(probe).hasNonNull("deadline"));
    JsonNode setup = setupOf(probe);
    return Instant.parse(setup.path("since").asText())
        .plusSeconds(3)
        .equals(Instant.parse(setup.path("deadline").asText()));
  }

  @Test
  public void aMacWaitsForAnAdminWhereTheTeamWantsIt() {
    setup(Map.of("enable_release_device_manually", true));
    VirtualMac mac = mac();
    enroll(mac);
    await("it is being prepared", () -> setupOf(mac).path("stage").asText().equals("preparing"));
    String release = "/api/v1/hosts/" + hosts.id(mac) + "/release";
    assertTrue(mac.awaitingConfiguration());
    admin.post(release, Map.of()).ok();
    await("the Mac goes on", () -> !mac.awaitingConfiguration());
    await("and says so", () -> hasEnded(mac));
    assertEquals(409, admin.post(release, Map.of()).status());
    assertFalse(setupOf(mac).hasNonNull("bootstrap_package_status"));
  }
}
