package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.Pomonactl;
import io.pomona.itests.karaf.Pomonactl.Result;
import io.pomona.simulator.apple.Verdict;
import io.pomona.simulator.mac.Behaviour;
import io.pomona.simulator.mac.BehaviourScript;
import io.pomona.simulator.mac.Channel;
import io.pomona.simulator.mac.VirtualMac;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** An admin asks why a Mac has not done what it should, and is told in words. */
public class WhyIsThisMacPendingStory {
  private static final String LATER = "CertificateList";

  @ClassRule public static final Stage STAGE = new Stage();
  @Rule public final TemporaryFolder home = new TemporaryFolder();

  private final AdminApi admin = STAGE.admin();
  private final Orders orders = new Orders(admin);
  private final Hosts hosts = new Hosts(admin);

  @After
  public void asUsual() {
    STAGE.world().apns().script().clear();
    STAGE.world().allRest();
  }

  private VirtualMac asleep(BehaviourScript script) {
    VirtualMac mac =
        VirtualMac.inMemory(STAGE.world().newHardware(), STAGE.world().macSetup().with(script));
    STAGE.world().enrollAsleep(admin, mac);
    Awaitility.await("nothing waits for " + mac.hardware().serial())
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              mac.poll();
              return orders.nothingWaits(mac);
            });
    return mac;
  }

  private JsonNode timeline(VirtualMac mac) {
    return admin.get("/api/v1/hosts/" + hosts.id(mac) + "/timeline?per_page=100").ok().json();
  }

  private JsonNode timeline(String uuid, VirtualMac mac) {
    String path = "/api/v1/commands/" + uuid + "/timeline?host_id=" + hosts.id(mac);
    return admin.get(path).ok().json().get("hosts").get(0);
  }

  private static List<String> kinds(JsonNode timeline) {
    List<String> kinds = new ArrayList<>();
    timeline.get("events").forEach(event -> kinds.add(0, event.get("kind").asText()));
    kinds.removeIf(kind -> kind.startsWith("push"));
    return kinds;
  }

  /** The last step that is not a push. */
  private static JsonNode last(JsonNode timeline) {
    for (JsonNode event : timeline.get("events")) {
      if (!event.get("kind").asText().startsWith("push")) {
        return event;
      }
    }
    throw new AssertionError("Nothing happened: " + timeline);
  }

  private String awaitSentence(VirtualMac mac, String part) {
    Awaitility.await(part + " of " + mac.hardware().serial())
        .atMost(Duration.ofSeconds(60))
        .until(() -> timeline(mac).get("sentence").asText().contains(part));
    return timeline(mac).get("sentence").asText();
  }

  private Pomonactl logIn() {
    Pomonactl pomonactl = new Pomonactl(STAGE.pomona().karaf(), home.getRoot().toPath());
    Result loggedIn =
        pomonactl.run(
            "login",
            "--address=" + STAGE.pomona().url(),
            "--rootca=" + STAGE.pomona().rootPem(),
            "--email=" + Pomona.EMAIL,
            "--password=" + Pomona.PASSWORD);
    assertEquals(loggedIn.err(), 0, loggedIn.exitCode());
    return pomonactl;
  }

  @Test
  public void itIsOffline() {
    VirtualMac mac = asleep(BehaviourScript.obedient());
    assertEquals("Nothing waits for this Mac.", timeline(mac).get("sentence").asText());
    String uuid = orders.send(LATER, mac);
    awaitSentence(mac, LATER + " waits: the Mac was pushed to");
    JsonNode pending = timeline(mac);
    assertEquals("accepted", pending.get("last_push").get("verdict").asText());
    assertEquals(1, pending.get("waiting").asInt());
    assertTrue(pending.get("last_seen_at").isTextual());
    assertTrue(pending.get("next_push_at").isTextual());
    Result told = logIn().run("get", "timeline", "--host=" + mac.hardware().serial());
    assertEquals(told.err(), 0, told.exitCode());
    assertTrue(told.out(), told.out().contains(LATER + " waits: the Mac was pushed to"));
    assertTrue(told.out(), told.out().contains("APNs accepted the push."));
    mac.poll();
    assertEquals(List.of("queued", "handed_out", "answered"), kinds(timeline(uuid, mac)));
    assertEquals("Nothing waits for this Mac.", timeline(mac).get("sentence").asText());
  }

  @Test
  public void itSaysNotNow() {
    VirtualMac mac = asleep(BehaviourScript.obedient().on(LATER, new Behaviour.NotNow(1)));
    String uuid = orders.send(LATER, mac);
    mac.poll();
    String sentence = timeline(mac).get("sentence").asText();
    assertTrue(sentence, sentence.startsWith("The Mac said NotNow to " + LATER));
    assertEquals(List.of("queued", "handed_out", "not_now"), kinds(timeline(uuid, mac)));
    mac.poll();
    assertEquals(
        List.of("queued", "handed_out", "not_now", "retried", "answered"),
        kinds(timeline(uuid, mac)));
  }

  @Test
  public void appleRefusesItsToken() {
    VirtualMac mac = asleep(BehaviourScript.obedient());
    String token = mac.push(Channel.DEVICE).orElseThrow().tokenHex();
    Instant later = Instant.now().plusSeconds(3600);
    STAGE.world().apns().script().always(token, Verdict.unregistered(later));
    orders.send(LATER, mac);
    String sentence = awaitSentence(mac, "no longer in use (Unregistered)");
    assertTrue(sentence, sentence.contains("no push is sent before the Mac reports a new token"));
    assertEquals("unregistered", timeline(mac).get("last_push").get("verdict").asText());
    mac.poll();
    assertTrue(orders.nothingWaits(mac));
  }

  @Test
  public void itsCommandIsCancelled() {
    VirtualMac mac = asleep(BehaviourScript.obedient());
    VirtualMac silent = asleep(BehaviourScript.obedient().on(LATER, new Behaviour.Silence()));
    String uuid = orders.send(LATER, mac, silent);
    Result cancelled =
        logIn().run("mdm", "cancel", "--id=" + uuid, "--host=" + mac.hardware().serial());
    assertEquals("The command is cancelled for 1 Mac.", cancelled.out().strip());
    JsonNode end = last(timeline(uuid, mac));
    assertEquals("cancelled", end.get("kind").asText());
    assertEquals("Admin", end.get("by").asText());
    silent.poll();
    String underWay = timeline(silent).get("sentence").asText();
    assertTrue(underWay, underWay.startsWith(LATER + " is under way: the Mac fetched it"));
    JsonNode late =
        admin.delete("/api/v1/hosts/" + hosts.id(silent) + "/commands/" + uuid).ok().json();
    assertEquals(1, late.get("under_way").asInt());
    assertTrue(late.get("message").asText().contains("may carry it out all the same"));
    assertEquals(404, admin.delete("/api/v1/commands/" + uuid).status());
  }

  @Test
  public void aNewerCommandTakesThePlace() {
    VirtualMac mac = asleep(BehaviourScript.obedient());
    String old = orders.send("SecurityInfo", mac);
    String newer = orders.send("SecurityInfo", mac);
    JsonNode end = last(timeline(old, mac));
    assertEquals("superseded", end.get("kind").asText());
    assertEquals(newer, end.get("superseded_by").asText());
    mac.poll();
    assertEquals(Orders.DONE, orders.status(newer, mac));
    assertEquals("Cancelled", orders.status(old, mac));
  }

  @Test
  public void anUrgentCommandGoesFirst() {
    VirtualMac mac = asleep(BehaviourScript.obedient().on(LATER, new Behaviour.NotNow(1)));
    String putOff = orders.send(LATER, mac);
    mac.poll();
    String routine = orders.send("SecurityInfo", mac);
    String urgent =
        admin
            .post(
                "/api/v1/commands/compose",
                Map.of(
                    "request_type",
                    "InstalledApplicationList",
                    "host_uuids",
                    List.of(mac.hardware().udid()),
                    "urgent",
                    true,
                    "reason",
                    "asked by the security team"))
            .ok()
            .json()
            .get("command_uuid")
            .asText();
    String behind = timeline(routine, mac).get("sentence").asText();
    assertTrue(behind, behind.startsWith("It waits behind Urgent InstalledApplicationList"));
    JsonNode queued = timeline(urgent, mac).get("events");
    assertEquals(
        "asked by the security team", queued.get(queued.size() - 1).get("reason").asText());
    mac.poll();
    // Its last word was an answer, so it asks for what it has put off with its next poll.
    mac.poll();
    assertTrue(orders.nothingWaits(mac));
    assertTrue(fetched(urgent, mac).isBefore(fetched(putOff, mac)));
    assertTrue(fetched(urgent, mac).isBefore(fetched(routine, mac)));
  }

  /** When it got the command last. */
  private Instant fetched(String uuid, VirtualMac mac) {
    for (JsonNode event : timeline(uuid, mac).get("events")) {
      if (List.of("handed_out", "retried").contains(event.get("kind").asText())) {
        return Instant.parse(event.get("time").asText());
      }
    }
    throw new AssertionError(uuid + " was not fetched");
  }
}
