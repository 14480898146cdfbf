package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.AdminApi.Answer;
import io.pomona.itests.karaf.KarafShell;
import io.pomona.itests.karaf.Pomonactl;
import io.pomona.itests.story.HookReceiver.Received;
import io.pomona.simulator.mac.VirtualMac;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Others are called when something happens, whatever they answer; and nobody who must not be. */
public class WebhooksStory {
  private static final String WEBHOOKS = "/api/v1/webhooks";

  @ClassRule public static final Stage STAGE = new Stage();
  @Rule public final TemporaryFolder home = new TemporaryFolder();

  private final AdminApi admin = STAGE.admin();
  private final List<Long> webhooks = new ArrayList<>();
  private final List<Long> teams = new ArrayList<>();

  @After
  public void tidy() {
    webhooks.forEach(id -> admin.delete(WEBHOOKS + "/" + id));
    teams.forEach(team -> admin.delete("/api/v1/teams/" + team));
  }

  private JsonNode add(Map<String, Object> said) {
    Map<String, Object> body = new HashMap<>(Map.of("name", "Story"));
    body.putAll(said);
    JsonNode made = admin.post(WEBHOOKS, body).ok().json().get("webhook");
    webhooks.add(made.get("id").asLong());
    return made;
  }

  private long team(String name) {
    Map<String, String> named = Map.of("name", name + " " + UUID.randomUUID());
    long id = admin.post("/api/v1/teams", named).ok().json().at("/team/id").asLong();
    teams.add(id);
    return id;
  }

  private static ConditionFactory await(String what) {
    return Awaitility.await(what)
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(200));
  }

  private JsonNode webhook(long id) {
    return admin.get(WEBHOOKS + "/" + id).ok().json().get("webhook");
  }

  private List<String> delivered(long id) {
    List<String> ids =
        admin
            .get(WEBHOOKS + "/" + id + "/deliveries?state=delivered&per_page=1000")
            .ok()
            .json()
            .findValuesAsText("event_id");
    List<String> oldestFirst = new ArrayList<>(ids);
    Collections.reverse(oldestFirst);
    return oldestFirst;
  }

  @Test
  public void everyEventArrivesInOrderThoughTheReceiverStumbles() {
    try (HookReceiver receiver = new HookReceiver(500, 503, HookReceiver.NONE, 429)) {
      JsonNode made = add(Map.of("url", receiver.url()));
      long id = made.get("id").asLong();
      String secret = made.get("secret").asText();
      assertFalse(webhook(id).has("secret"));
      long team = team("Hooks");
      for (int i = 0; i < 5; i++) {
        admin.method("PATCH", "/api/v1/teams/" + team, Map.of("description", "Step " + i)).ok();
      }
      VirtualMac mac = STAGE.world().newMac();
      STAGE.world().enroll(admin, List.of(mac));
      await("the Mac's answers")
          .until(() -> topics(receiver, mac.hardware().udid()).contains("mdm.Connect"));
      await("everything")
          .until(() -> webhook(id).get("waiting").asLong() == 0 && steps(receiver).size() == 5);
      assertTrue(receiver.received().stream().allMatch(one -> one.isSignedWith(secret)));
      assertEquals(List.of("Step 0", "Step 1", "Step 2", "Step 3", "Step 4"), steps(receiver));
      List<String> told = topics(receiver, mac.hardware().udid());
      assertEquals(List.of("mdm.Authenticate", "mdm.TokenUpdate"), told.subList(0, 2));
      List<String> all = delivered(id);
      assertEquals(all, receiver.eventIds().subList(0, all.size()));
      assertTrue(receiver.received().stream().filter(one -> !one.taken()).count() >= 4);
      assertTrue(
          receiver.received().stream()
              .noneMatch(one -> one.json().findValue("raw_payload") != null));
    }
  }

  private static List<String> steps(HookReceiver receiver) {
    return receiver.received().stream()
        .filter(Received::taken)
        .filter(one -> one.topic().equals("edited_team"))
        .map(one -> one.json().at("/activity/details/description").asText())
        .distinct()
        .toList();
  }

  private static List<String> topics(HookReceiver receiver, String udid) {
    return receiver.received().stream()
        .filter(Received::taken)
        .filter(
            one ->
                one.json().at("/checkin_event/udid").asText().equals(udid)
                    || one.json().at("/acknowledge_event/udid").asText().equals(udid))
        .map(Received::topic)
        .distinct()
        .toList();
  }

  @Test
  public void messagesOfMacsAreSentToWhoAskedForThemButNoSecrets() {
    try (HookReceiver receiver = new HookReceiver()) {
      List<String> topics = List.of("mdm.Connect", "mdm.CheckOut");
      add(Map.of("url", receiver.url(), "topics", topics, "include_raw_payload", true));
      VirtualMac mac = STAGE.world().newMac();
      STAGE.world().enroll(admin, List.of(mac));
      Orders orders = new Orders(admin);
      String harmless = orders.send("SecurityInfo", mac);
      String secret = orders.send("ActivationLockBypassCode", mac);
      String unknown = orders.send("CommandOfTomorrow", mac);
      for (String command : List.of(harmless, secret, unknown)) {
        await("the answer to " + command).until(() -> !answers(receiver, command).isEmpty());
      }
      assertTrue(answers(receiver, harmless).stream().allMatch(WebhooksStory::hasMessage));
      assertTrue(answers(receiver, secret).stream().noneMatch(WebhooksStory::hasMessage));
      assertTrue(answers(receiver, unknown).stream().noneMatch(WebhooksStory::hasMessage));
      mac.checkOut();
      await("its leaving")
          .until(() -> topics(receiver, mac.hardware().udid()).contains("mdm.CheckOut"));
      assertTrue(receiver.received().stream().allMatch(one -> topics.contains(one.topic())));
    }
  }

  private static List<Received> answers(HookReceiver receiver, String command) {
    return receiver.received().stream()
        .filter(one -> one.json().at("/acknowledge_event/command_uuid").asText().equals(command))
        .toList();
  }

  private static boolean hasMessage(Received received) {
    return received.json().findValue("raw_payload") != null;
  }

  @Test
  public void aTeamsWebhookHearsOfItsMacsOnly() {
    try (HookReceiver receiver = new HookReceiver();
        HookReceiver everywhere = new HookReceiver()) {
      long team = team("Own");
      add(Map.of("url", receiver.url(), "team_id", team, "topics", List.of("mdm.CheckOut")));
      add(Map.of("url", everywhere.url(), "topics", List.of("mdm.CheckOut")));
      VirtualMac own = STAGE.world().newMac();
      VirtualMac other = STAGE.world().newMac();
      STAGE.world().enroll(admin, List.of(own, other));
      List<Long> hosts = List.of(new Hosts(admin).id(own));
      admin.post("/api/v1/hosts/transfer", Map.of("team_id", team, "hosts", hosts)).ok();
      other.checkOut();
      own.checkOut();
      await("its own").until(() -> !left(receiver).isEmpty());
      await("all").until(() -> left(everywhere).size() == 2);
      assertEquals(List.of(own.hardware().udid()), left(receiver));
    }
  }

  private static List<String> left(HookReceiver receiver) {
    return receiver.received().stream()
        .map(one -> one.json().at("/checkin_event/udid").asText())
        .toList();
  }

  @Test
  public void whatIsRefusedForGoodIsDeliveredAgainWhenSomebodyWants() {
    try (HookReceiver receiver = new HookReceiver(410)) {
      long id =
          add(Map.of("url", receiver.url(), "topics", List.of("created_team"))).get("id").asLong();
      team("Refused");
      await("a dead letter").until(() -> webhook(id).get("dead").asLong() == 1);
      assertEquals(1, receiver.received().size());
      Answer again = admin.post(WEBHOOKS + "/" + id + "/redeliver", Map.of()).ok();
      assertEquals(1, again.json().get("redelivered").asInt());
      await("its delivery").until(() -> receiver.received().size() == 2);
      assertEquals(1, receiver.eventIds().size());
      await("no dead letter")
          .until(
              () ->
                  webhook(id).get("dead").asLong() == 0
                      && webhook(id).get("waiting").asLong() == 0);
    }
  }

  @Test
  public void whoIsPausedGetsItLater() {
    try (HookReceiver receiver = new HookReceiver()) {
      JsonNode made =
          add(Map.of("url", receiver.url(), "topics", List.of("created_team"), "paused", true));
      long id = made.get("id").asLong();
      team("Paused");
      await("what is kept").until(() -> webhook(id).get("waiting").asLong() == 1);
      assertEquals(List.of(), receiver.received());
      admin.method("PATCH", WEBHOOKS + "/" + id, Map.of("paused", false)).ok();
      await("what was kept").until(() -> receiver.received().size() == 1);
    }
  }

  @Test
  public void nobodyInsideIsCalled() {
    for (String url :
        List.of(
            "https://10.0.0.1/",
            "https://192.168.0.1/",
            "https://169.254.169.254/latest/meta-data/",
            "http://169.254.169.254/latest/meta-data/",
            "https://[::1]:8443/",
            "https://[::ffff:10.0.0.1]/",
            "https://[fd00:ec2::254]/",
            "https://224.0.0.1/",
            "http://1.1.1.1/",
            "https://user@1.1.1.1/",
            "file:///etc/passwd")) {
      Answer refused = admin.post(WEBHOOKS, Map.of("name", "Inside", "url", url));
      assertEquals(url, 422, refused.status());
      assertTrue(refused.text(), refused.text().contains("organization.bad_webhook_url"));
    }
  }

  @Test
  public void theShellAndTheCommandLineDoTheSame() {
    try (HookReceiver receiver = new HookReceiver()) {
      KarafShell shell = KarafShell.of(STAGE.pomona().karaf());
      String made =
          shell
              .run("mdm:webhook-add --no-format --topic created_team Shelly " + receiver.url())
              .get(0);
      assertTrue(made, made.contains("Its secret"));
      Pomonactl pomonactl = STAGE.pomonactl(home.getRoot().toPath());
      String listed = pomonactl.done("webhooks", "list");
      String line = listed.lines().filter(one -> one.contains("Shelly")).findFirst().orElseThrow();
      String id = line.split(" ")[0];
      webhooks.add(Long.parseLong(id));
      assertTrue(pomonactl.done("webhooks", "test", id).contains("Delivered."));
      List<String> printed =
          shell.run(
              "mdm:webhook-test " + id,
              "mdm:webhook-change --no-format --pause --new-secret " + id,
              "mdm:webhook-list --no-format",
              "mdm:webhook-delivery-list --no-format " + id,
              "mdm:webhook-redeliver " + id,
              "mdm:webhook-delete " + id,
              "mdm:webhook-list --no-format");
      assertTrue(printed.get(0), printed.get(0).contains("Delivered."));
      assertTrue(printed.get(1), printed.get(1).contains("Its secret"));
      assertTrue(printed.get(2), printed.get(2).contains("paused"));
      assertTrue(printed.get(4), printed.get(4).contains("0 events wait again."));
      assertFalse(printed.get(6), printed.get(6).contains("Shelly"));
      assertEquals("test", receiver.received().get(0).topic());
    }
  }
}
