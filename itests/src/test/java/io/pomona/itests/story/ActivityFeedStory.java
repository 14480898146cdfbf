package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.mac.VirtualMac;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.ClassRule;
import org.junit.Test;

/** Every change stands in the activity feed, newest first, with who made it. */
public class ActivityFeedStory {
  private static final String USERS = "/api/v1/users";
  private static final String PROFILES = "/api/v1/configuration_profiles";

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();

  @Test
  public void peopleComeAndGo() {
    Map<String, Object> body =
        Map.of(
            "name", "Olivia",
            "email", "olivia.feed@example.com",
            "password", "only for tests, 1234",
            "global_role", "observer");
    JsonNode user = admin.post(USERS, body).ok().json().get("user");
    assertNewest("created_user");
    STAGE.pomona().logIn("olivia.feed@example.com", "only for tests, 1234");
    assertNewest("user_logged_in");
    admin.delete(USERS + "/" + user.get("id").asLong()).ok();
    assertNewest("deleted_user");
  }

  @Test
  public void profilesComeAndGo() {
    SampleProfile profile = SampleProfile.named("Feed");
    String uuid =
        admin
            .upload(PROFILES, "profile", "feed.mobileconfig", profile.mobileconfig())
            .ok()
            .json()
            .get("profile_uuid")
            .asText();
    assertNewest("created_macos_profile");
    admin.delete(PROFILES + "/" + uuid).ok();
    assertNewest("deleted_macos_profile");
  }

  @Test
  public void aMacComesIsSentACommandAndGoes() {
    VirtualMac mac =
        STAGE
            .world()
            .enrollAsleep(
                admin, VirtualMac.inMemory(STAGE.world().newHardware(), STAGE.world().macSetup()));
    assertTrue(types().subList(0, 2).contains("mdm_enrolled"));
    String uuid = new Orders(admin).send("SecurityInfo", mac);
    assertNewest("ran_custom_mdm_command");
    admin.delete("/api/v1/commands/" + uuid).ok();
    assertNewest("canceled_mdm_command");
    String path = "/api/v1/hosts/" + new Hosts(admin).id(mac);
    admin.delete(path + "/mdm").ok();
    assertNewest("turned_off_mdm");
    mac.checkOut();
    admin.delete(path).ok();
    assertNewest("deleted_host");
  }

  @Test
  public void anEnrollmentProfileIsMade() {
    VirtualWorld.profile(admin);
    assertNewest("created_manual_enrollment_profile");
  }

  @Test
  public void theFeedCanBeSearchedAndProved() {
    VirtualMac mac =
        STAGE
            .world()
            .enrollAsleep(
                admin, VirtualMac.inMemory(STAGE.world().newHardware(), STAGE.world().macSetup()));
    String ofHost = "host_id=" + new Hosts(admin).id(mac);
    Awaitility.await().untilAsserted(() -> assertEquals(List.of("mdm_enrolled"), filtered(ofHost)));
    String head = verification("").get("head").asText();
    assertTrue(verification("?noted=" + head).toString(), isIntact(head));
    String rows = admin.get("/api/v1/activities/export?" + ofHost).ok().text();
    assertEquals(rows, 2, rows.lines().count());
    assertEquals(422, admin.get("/api/v1/activities?color=red").status());
  }

  @Test
  public void whoCannotLogInIsTold() {
    AdminApi nobody = STAGE.pomona().api();
    Map<String, Object> body = Map.of("email", "eve.feed@example.com", "password", "a guess, 1234");
    assertEquals(401, nobody.post("/api/v1/login", body).status());
    String failed = admin.get("/api/v1/activities?type=user_failed_login").ok().text();
    assertTrue(failed, failed.contains("eve.feed@example.com"));
  }

  private boolean isIntact(String head) {
    return verification("?noted=" + head).get("intact").asBoolean();
  }

  private JsonNode verification(String query) {
    return admin.get("/api/v1/activities/verification" + query).ok().json();
  }

  private List<String> filtered(String query) {
    return admin.get("/api/v1/activities?" + query).ok().json().findValuesAsText("type");
  }

  private void assertNewest(String type) {
    JsonNode newest = feed().get(0);
    assertEquals(type, newest.get("type").asText());
    assertTrue(newest.toString(), newest.hasNonNull("actor_full_name"));
  }

  private List<String> types() {
    return feed().findValuesAsText("type");
  }

  private JsonNode feed() {
    return admin.get("/api/v1/activities?per_page=5").ok().json().get("activities");
  }
}
