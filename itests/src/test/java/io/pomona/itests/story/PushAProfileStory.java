package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.mac.Behaviour;
import io.pomona.simulator.mac.BehaviourScript;
import io.pomona.simulator.mac.ErrorItem;
import io.pomona.simulator.mac.MacFleet;
import io.pomona.simulator.mac.VirtualMac;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;

/** An uploaded profile reaches every Mac, is verified there, and goes when it is deleted. */
public class PushAProfileStory {
  private static final String PROFILES = "/api/v1/configuration_profiles";

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final Hosts hosts = new Hosts(admin);
  private final SampleProfile profile = SampleProfile.named("Screen saver");

  @After
  public void tidy() {
    for (JsonNode stored : admin.get(PROFILES).ok().json().get("profiles")) {
      admin.delete(PROFILES + "/" + stored.get("profile_uuid").asText());
    }
  }

  @Test
  public void fromUploadToVerifiedToRemoved() {
    MacFleet fleet = STAGE.world().enroll(admin, 3);
    String uuid = upload(profile).ok().json().get("profile_uuid").asText();
    fleet.macs().forEach(mac -> hosts.awaitProfile(mac, profile.name(), "verified"));
    fleet.macs().forEach(mac -> assertTrue(mac.has(profile.identifier())));
    VirtualMac late = STAGE.world().newMac();
    STAGE.world().enroll(admin, List.of(late));
    hosts.awaitProfile(late, profile.name(), "verified");
    assertEquals(
        new String(profile.mobileconfig()),
        admin.get(PROFILES + "/" + uuid + "?alt=media").ok().text());
    admin.delete(PROFILES + "/" + uuid).ok();
    await(() -> fleet.macs().stream().noneMatch(mac -> mac.has(profile.identifier())));
    await(() -> !late.has(profile.identifier()));
    await(() -> hosts.profile(late, profile.name()).isEmpty());
  }

  @Test
  public void aFileTakesThePlaceOfAProfile() {
    VirtualMac mac = STAGE.world().enroll(admin, 1).macs().get(0);
    String uuid = upload(profile).ok().json().get("profile_uuid").asText();
    hosts.awaitProfile(mac, profile.name(), "verified");
    SampleProfile newer =
        new SampleProfile(
            profile.identifier(), profile.name() + " anew", UUID.randomUUID().toString());
    assertEquals(uuid, replace(uuid, newer).ok().json().get("profile_uuid").asText());
    hosts.awaitProfile(mac, newer.name(), "verified");
    assertTrue(mac.has(profile.identifier()));
    assertEquals(422, replace(uuid, SampleProfile.named("Another")).status());
    assertEquals(
        new String(newer.mobileconfig()),
        admin.get(PROFILES + "/" + uuid + "?alt=media").ok().text());
  }

  private AdminApi.Answer replace(String uuid, SampleProfile sample) {
    return admin.upload(
        "PUT", PROFILES + "/" + uuid, "profile", "b.mobileconfig", sample.mobileconfig());
  }

  @Test
  public void aMacThatRefusesIsFailedWithApplesReasonAfterOneRetry() {
    Behaviour refuse =
        new Behaviour.Refuse(new ErrorItem(1000, "MCProfileErrorDomain", "The profile is odd."));
    VirtualMac mac =
        VirtualMac.inMemory(
            STAGE.world().newHardware(),
            STAGE
                .world()
                .macSetup()
                .with(BehaviourScript.obedient().on("InstallProfile", refuse, refuse)));
    STAGE.world().enroll(admin, List.of(mac));
    upload(profile).ok();
    hosts.awaitProfile(mac, profile.name(), "failed");
    String detail = hosts.profile(mac, profile.name()).get(0).path("detail").asText();
    assertTrue(detail, detail.contains("The profile is odd."));
    assertFalse(mac.has(profile.identifier()));
  }

  @Test
  public void theSameAgainIsAConflict() {
    upload(profile).ok();
    assertEquals(409, upload(profile).status());
  }

  @Test
  public void whatIsNoProfileIsRefusedWithTheReason() {
    for (String bad :
        new String[] {"", "no plist", "<plist><dict/></plist>", "((((((((", "bplist00"}) {
      AdminApi.Answer answer = admin.upload(PROFILES, "profile", "a.mobileconfig", bad.getBytes());
      assertTrue(bad + " " + answer.status(), answer.status() == 400 || answer.status() == 422);
      assertTrue(
          answer.text(), answer.json().path("errors").get(0).path("reason").asText().length() > 10);
    }
    assertEquals(0, admin.get(PROFILES).ok().json().get("profiles").size());
  }

  private AdminApi.Answer upload(SampleProfile sample) {
    return admin.upload(PROFILES, "profile", "a.mobileconfig", sample.mobileconfig());
  }

  private static void await(java.util.concurrent.Callable<Boolean> condition) {
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition);
  }
}
