package io.pomona.organization.webhooks;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pomona.api.PageRequest;
import io.pomona.api.organization.Delivery;
import io.pomona.api.organization.Webhook;
import io.pomona.organization.webhooks.Receiver.Received;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class CourierTest {
  private final WebhookScene scene = new WebhookScene();
  private Receiver receiver;
  private Webhook webhook;

  @Before
  public void aReceiver() throws IOException {
    receiver = new Receiver();
    webhook = scene.add(receiver.url(), "mdm.Connect", "created_team");
  }

  @After
  public void close() {
    receiver.close();
  }

  private List<String> commands() {
    return receiver.received().stream().map(CourierTest::command).toList();
  }

  private static String command(Received received) {
    try {
      return new ObjectMapper()
          .readTree(received.body())
          .at("/acknowledge_event/command_uuid")
          .asText();
    } catch (IOException e) {
      throw new IllegalStateException(received.body(), e);
    }
  }

  @Test
  public void eventsArriveInOrderAndSigned() throws Exception {
    List.of("a", "b", "c").forEach(scene::connect);
    assertEquals(1, scene.deliver());
    assertEquals(List.of("a", "b", "c"), commands());
    Received first = receiver.received().get(0);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(WebhookScene.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    assertEquals(
        Base64.getEncoder()
            .encodeToString(mac.doFinal(first.body().getBytes(StandardCharsets.UTF_8))),
        first.signature());
    assertTrue(first.body(), first.body().contains("\"event_id\":\"" + first.eventId() + "\""));
    assertEquals(0, scene.deliver());
  }

  @Test
  public void aReceiverMayTakeAsLongAsCanBeConfigured() {
    Courier patient =
        scene.courier(
            scene.stores.deliveries(),
            WebhookScene.allowing(ConfiguredCalls.LONGEST, "127.0.0.0/8"));
    scene.connect("a");
    scene.connect("b");
    assertEquals(1, WebhookScene.deliver(patient));
    assertEquals(List.of("a", "b"), commands());
  }

  @Test
  public void activitiesArriveOnceTheyAreChained() {
    scene
        .stores
        .activities()
        .append(Fixtures.activity("created_team").with("team_name", "Lab"), scene.clock.instant());
    assertEquals(0, scene.deliver());
    scene.stores.activityChain().begin(new byte[1]);
    scene.stores.activityChain().chain(10, (position, previous, activity) -> "h" + position);
    assertEquals(1, scene.deliver());
    String body = receiver.received().get(0).body();
    assertTrue(body, body.contains("\"details\":{\"team_name\":\"Lab\"}"));
  }

  @Test
  public void whatFailsIsTriedAgainWithLongerPauses() {
    scene.connect("a");
    scene.connect("b");
    for (int seconds = 2; seconds <= 16; seconds *= 2) {
      receiver.next(503);
      assertEquals(1, scene.deliver());
      Instant again = scene.now(webhook).nextTry();
      assertEquals(Duration.ofSeconds(seconds), Duration.between(scene.clock.instant(), again));
      assertEquals(0, scene.deliver());
      scene.clock.set(again);
    }
    assertEquals(1, scene.deliver());
    assertEquals(List.of("a", "a", "a", "a", "a", "b"), commands());
    assertEquals(
        1, receiver.received().stream().limit(5).map(Received::eventId).distinct().count());
    assertEquals(0, scene.now(webhook).failures());
  }

  @Test
  public void whatTheReceiverAsksForIsDone() {
    scene.connect("a");
    receiver.next(429, "Retry-After", "90");
    scene.deliver();
    assertEquals(scene.clock.instant().plusSeconds(90), scene.now(webhook).nextTry());
    scene.clock.advance(Duration.ofSeconds(90));
    Instant until = scene.clock.instant().plusSeconds(3600);
    receiver.next(
        503,
        "Retry-After",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(until.atOffset(ZoneOffset.UTC)));
    scene.deliver();
    assertEquals(until, scene.now(webhook).nextTry());
    scene.clock.set(until);
    receiver.next(503, "Retry-After", "999999999");
    scene.deliver();
    assertEquals(until.plus(Duration.ofDays(1)), scene.now(webhook).nextTry());
  }

  @Test
  public void whatIsRefusedForGoodWaitsForSomebody() {
    scene.connect("a");
    scene.connect("b");
    receiver.next(410);
    scene.deliver();
    assertEquals(List.of("a", "b"), commands());
    assertEquals(1, scene.now(webhook).dead());
    Delivery dead = dead().get(0);
    assertEquals("The receiver answered 410.", dead.outcome());
    assertEquals(
        1, scene.webhooks.redeliver(Fixtures.ADMIN, webhook.id().value(), Set.of(dead.id())));
    scene.deliver();
    assertEquals(List.of("a", "b", "a"), commands());
    assertEquals(List.of(), dead());
  }

  private List<Delivery> dead() {
    return scene.webhooks.deliveries(
        Fixtures.ADMIN,
        webhook.id().value(),
        Optional.of(Delivery.State.DEAD),
        PageRequest.first(10));
  }

  @Test
  public void whatCannotBeDeliveredIsGivenUpAfterDays() {
    scene.connect("a");
    Instant since = scene.clock.instant();
    while (dead().isEmpty()) {
      receiver.next(500);
      assertEquals(1, scene.deliver());
      scene.clock.set(
          scene.now(webhook).nextTry().isAfter(scene.clock.instant())
              ? scene.now(webhook).nextTry()
              : scene.clock.instant());
    }
    Duration tried = Duration.between(since, scene.clock.instant());
    assertTrue(tried.toString(), tried.compareTo(Duration.ofDays(3)) > 0);
    assertTrue(tried.toString(), tried.compareTo(Duration.ofDays(4)) < 0);
  }

  @Test
  public void redirectsAreNotFollowed() {
    scene.connect("a");
    receiver.next(307, "Location", receiver.url());
    scene.deliver();
    assertEquals(1, receiver.received().size());
    assertEquals(1, scene.now(webhook).failures());
  }

  @Test
  public void oneThatIsAwayKeepsNobodyWaiting() throws IOException {
    try (Receiver other = new Receiver()) {
      Webhook away = scene.add("http://127.0.0.1:1/", "mdm.Connect");
      scene.add(other.url(), "mdm.Connect");
      scene.connect("a");
      assertEquals(3, scene.deliver());
      assertEquals(1, other.received().size());
      assertEquals(1, receiver.received().size());
      assertEquals(1, scene.now(away).failures());
    }
  }

  @Test
  public void whatIsNoLongerAllowedIsNotCalled() {
    scene.connect("a");
    ConfiguredCalls none = new ConfiguredCalls(WebhookScene.allowing());
    Courier strict =
        new Courier(
            scene.stores.deliveries(),
            none,
            new FakeSecretVault(),
            scene.clock,
            new Pause(() -> 0.5));
    strict.turns().forEach(strict::deliver);
    assertEquals(List.of(), receiver.received());
    assertEquals(1, scene.now(webhook).failures());
  }

  @Test
  public void aSecretThatCannotBeOpenedSendsNothing() {
    scene.connect("a");
    Courier foreign =
        new Courier(
            scene.stores.deliveries(),
            scene.calls,
            new FakeSecretVault("another"),
            scene.clock,
            new Pause(() -> 0.5));
    foreign.turns().forEach(foreign::deliver);
    assertEquals(List.of(), receiver.received());
    assertEquals(1, scene.now(webhook).failures());
  }
}
