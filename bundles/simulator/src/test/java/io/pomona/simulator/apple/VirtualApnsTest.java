package io.pomona.simulator.apple;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.eatthepath.pushy.apns.ApnsClient;
import com.eatthepath.pushy.apns.ApnsClientBuilder;
import com.eatthepath.pushy.apns.DeliveryPriority;
import com.eatthepath.pushy.apns.PushNotificationResponse;
import com.eatthepath.pushy.apns.PushType;
import com.eatthepath.pushy.apns.util.SimpleApnsPushNotification;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.pomona.simulator.crypto.KeySource;
import io.pomona.simulator.support.TestKeys;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The foreign client is pushy. */
public class VirtualApnsTest {

  private static final String TOKEN = "1ba7c90066c50f7766a2a2a0a0";
  private static final VirtualApple APPLE = VirtualApple.create(TestKeys.KEYS, Clock.systemUTC());

  private static final EventLoopGroup GROUP = new NioEventLoopGroup(1);

  private final PushIdentity push = APPLE.pushIdentity(UUID.randomUUID());
  private final List<String> woken = new CopyOnWriteArrayList<>();
  private VirtualApns apns;
  private ApnsClient client;

  @Before
  public void start() throws Exception {
    apns = new VirtualApns(APPLE, 0);
    apns.onPush((token, magic) -> woken.add(token + " " + magic));
    client = client(push);
  }

  private ApnsClient client(PushIdentity identity) throws Exception {
    byte[] root = APPLE.rootPem().getBytes();
    return new ApnsClientBuilder()
        .setEventLoopGroup(GROUP)
        .setApnsServer("localhost", apns.port())
        .setTrustedServerCertificateChain(new ByteArrayInputStream(root))
        .setClientCredentials(
            new ByteArrayInputStream(identity.pkcs12("secret".toCharArray())), "secret")
        .build();
  }

  @After
  public void stop() throws Exception {
    client.close().get(5, TimeUnit.SECONDS);
    apns.close();
  }

  @Test
  public void aRightPushWakesTheMac() throws Exception {
    assertTrue(send(TOKEN, push.topic()).isAccepted());

    assertEquals(List.of(TOKEN + " MAGIC-1"), woken);
    assertEquals(1, apns.accepted(TOKEN));
    assertEquals(1, apns.connections());
  }

  @Test
  public void theCertificateDecidesTheTopic() throws Exception {
    assertTrue(push.topic().startsWith("com.apple.mgmt.External."));
    assertEquals("BadTopic", reason(send(TOKEN, "com.apple.mgmt.External.other")));
    assertTrue(woken.isEmpty());
  }

  @Test
  public void aTokenOfAnotherTopicIsRefused() throws Exception {
    apns.register(TOKEN, "com.apple.mgmt.External.other");

    assertEquals("DeviceTokenNotForTopic", reason(send(TOKEN, push.topic())));
  }

  @Test
  public void aBodyThatIsNotExactlyTheMagicIsRefused() throws Exception {
    assertEquals("PayloadEmpty", reason(send("{\"mdm\":\"M\",\"aps\":{}}", PushType.MDM)));
    assertEquals("PayloadEmpty", reason(send("{}", PushType.MDM)));
    assertEquals("InvalidPushType", reason(send("{\"mdm\":\"M\"}", PushType.ALERT)));
  }

  @Test
  public void verdictsAreUsedUpInTurn() throws Exception {
    Instant since = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    apns.script()
        .next(TOKEN, Verdict.unregistered(since), Verdict.badDeviceToken())
        .next(Verdict.tooManyRequests(Duration.ofSeconds(3)), Verdict.internalServerError());

    PushNotificationResponse<SimpleApnsPushNotification> gone = send(TOKEN, push.topic());
    assertEquals("Unregistered", reason(gone));
    assertEquals(since, gone.getTokenInvalidationTimestamp().orElseThrow());
    assertEquals("BadDeviceToken", reason(send(TOKEN, push.topic())));
    assertEquals("TooManyRequests", reason(send("aa", push.topic())));
    PushNotificationResponse<SimpleApnsPushNotification> broken = send("aa", push.topic());
    assertEquals(500, broken.getStatusCode());
    assertTrue(send(TOKEN, push.topic()).isAccepted());
    assertEquals(4, apns.refused());
  }

  @Test
  public void aStandingVerdictStays() throws Exception {
    apns.script().always(TOKEN, Verdict.badDeviceToken());

    for (int i = 0; i < 3; i++) {
      assertFalse(send(TOKEN, push.topic()).isAccepted());
    }
    assertTrue(send("aa", push.topic()).isAccepted());
  }

  @Test
  public void afterGoAwayThePushIsLostAndTheNextConnectionServes() throws Exception {
    apns.script().next(Verdict.goAway("Shutdown"));

    assertThrows(ExecutionException.class, () -> send(TOKEN, push.topic()));
    assertTrue(send(TOKEN, push.topic()).isAccepted());
    assertEquals(2, apns.connections());
  }

  @Test
  public void anOrderlyShutdownAnswersFirst() throws Exception {
    apns.script().next(Verdict.shutdown());

    assertEquals("Shutdown", reason(send(TOKEN, push.topic())));
    assertTrue(send(TOKEN, push.topic()).isAccepted());
  }

  @Test
  public void anAnswerMayTakeItsTime() throws Exception {
    apns.script().next(Verdict.ok().after(Duration.ofMillis(200)));
    long start = System.nanoTime();

    assertTrue(send(TOKEN, push.topic()).isAccepted());

    assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() >= 200);
  }

  @Test
  public void withoutAConnectionNothingArrives() throws Exception {
    apns.refuseConnections(true);
    assertThrows(ExecutionException.class, () -> send(TOKEN, push.topic()));

    apns.refuseConnections(false);
    assertTrue(send(TOKEN, push.topic()).isAccepted());
  }

  @Test
  public void aCertificateOfSomebodyElseGetsNoConnection() throws Exception {
    // a shared key would make the two roots one
    VirtualApple other = VirtualApple.create(KeySource.fresh(), Clock.systemUTC());
    ApnsClient stranger = client(other.pushIdentity(UUID.randomUUID()));

    assertThrows(
        ExecutionException.class,
        () ->
            stranger.sendNotification(notification(TOKEN, push.topic())).get(10, TimeUnit.SECONDS));

    stranger.close().get(5, TimeUnit.SECONDS);
  }

  @Test
  public void aFleetInAnotherProcessIsWokenByAFeed() throws Exception {
    try (WakeFeed feed = new WakeFeed(0)) {
      apns.onPush(feed);
      List<String> far = new CopyOnWriteArrayList<>();
      try (WakeLine line = new WakeLine(feed.port(), (token, magic) -> far.add(magic))) {
        Awaitility.await()
            .atMost(Duration.ofSeconds(10))
            .until(
                () -> {
                  send(TOKEN, push.topic());
                  return far.contains("MAGIC-1");
                });
      }
    }
  }

  private PushNotificationResponse<SimpleApnsPushNotification> send(String token, String topic)
      throws Exception {
    return client.sendNotification(notification(token, topic)).get(10, TimeUnit.SECONDS);
  }

  private PushNotificationResponse<SimpleApnsPushNotification> send(String body, PushType type)
      throws Exception {
    return client
        .sendNotification(
            new SimpleApnsPushNotification(
                TOKEN, push.topic(), body, null, DeliveryPriority.IMMEDIATE, type))
        .get(10, TimeUnit.SECONDS);
  }

  private static SimpleApnsPushNotification notification(String token, String topic) {
    return new SimpleApnsPushNotification(
        token, topic, "{\"mdm\":\"MAGIC-1\"}", null, DeliveryPriority.IMMEDIATE, PushType.MDM);
  }

  private static String reason(PushNotificationResponse<SimpleApnsPushNotification> response) {
    return response.getRejectionReason().orElse("accepted");
  }
}
