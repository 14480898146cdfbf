package io.pomona.apns;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.eatthepath.pushy.apns.server.RejectedNotificationException;
import com.eatthepath.pushy.apns.server.RejectionReason;
import com.eatthepath.pushy.apns.server.UnregisteredDeviceTokenException;
import io.pomona.api.apns.PushTarget;
import io.pomona.api.apns.PushVerdict;
import io.pomona.api.apns.PushVerdict.Outcome;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class Http2PusherTest {
  private static final String TOPIC =
      "com.apple.mgmt.External.5c1a8d6e-2222-4333-8444-555566667777";
  private static final Instant FROM = Instant.now().minus(Duration.ofDays(1));
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static TestPair server;
  private static TestPair first;
  private static TestPair second;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private volatile Optional<PushIdentity> identity = Optional.empty();
  private AppleStandIn apple;
  private Http2Pusher pusher;

  @BeforeClass
  public static void makePairs() {
    server = TestPair.server(FROM);
    first = TestPair.push(TOPIC, FROM, Duration.ofDays(365));
    second = TestPair.push(TOPIC, FROM, Duration.ofDays(365));
  }

  @Before
  public void start() throws IOException {
    apple = new AppleStandIn(server, first, second);
    String trust = folder.newFile("trust.pem").getPath();
    Files.writeString(java.nio.file.Path.of(trust), server.certificatePem());
    identity = Optional.of(first.identity());
    pusher =
        new Http2Pusher(
            () -> identity, TestConfig.to(apple.port(), trust), Clock.systemUTC(), PATIENCE);
  }

  @After
  public void stop() {
    pusher.deactivate();
    apple.close();
  }

  private static PushTarget target(int number) {
    byte[] token = new byte[32];
    token[0] = (byte) 0xAB;
    token[31] = (byte) number;
    return new PushTarget(TOPIC, token, "magic \"" + number);
  }

  private CompletableFuture<PushVerdict> push(int number) {
    return pusher.push(target(number)).toCompletableFuture();
  }

  private PushVerdict verdict() {
    try {
      return push(1).get(40, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  public void sendsWhatAppleAsksFor() {
    assertEquals(PushVerdict.of(Outcome.ACCEPTED, ""), verdict());
    AppleStandIn.Arrived push = apple.arrived().get(0);
    assertEquals("{\"mdm\":\"magic \\\"1\"}", push.body());
    assertEquals("POST", push.headers().get(":method"));
    assertEquals(
        "/3/device/" + HexFormat.of().formatHex(target(1).token()), push.headers().get(":path"));
    assertEquals(TOPIC, push.headers().get("apns-topic"));
    assertEquals("mdm", push.headers().get("apns-push-type"));
    assertEquals("10", push.headers().get("apns-priority"));
    long expiration = Long.parseLong(push.headers().get("apns-expiration"));
    long week = Instant.now().plus(Duration.ofDays(7)).getEpochSecond();
    assertTrue(Math.abs(expiration - week) < 60);
    assertEquals(first.certificate().getSerialNumber(), push.clientSerial());
  }

  @Test
  public void appleIsNotBlamedForAMacOfAnotherTopic() throws Exception {
    PushTarget other = new PushTarget("com.apple.mgmt.External.other", new byte[32], "magic");
    assertEquals(Outcome.REFUSED, pusher.push(other).toCompletableFuture().get().outcome());
    assertEquals(List.of(), apple.arrived());
    assertEquals("OK", pusher.check().get(0).level().name());
  }

  @Test
  public void understandsEveryReasonOfApple() {
    for (RejectionReason reason : RejectionReason.values()) {
      apple.answer(
          headers -> {
            throw new RejectedNotificationException(reason);
          });
      PushVerdict verdict = verdict();
      assertEquals(reason.name(), expected(reason), verdict.outcome());
      apple.answer(headers -> {});
      verdict();
    }
  }

  private static Outcome expected(RejectionReason reason) {
    return switch (reason) {
      case BAD_DEVICE_TOKEN, DEVICE_TOKEN_NOT_FOR_TOPIC, MISSING_DEVICE_TOKEN -> Outcome.BAD_TOKEN;
      case UNREGISTERED -> Outcome.UNREGISTERED;
      case TOO_MANY_REQUESTS, TOO_MANY_PROVIDER_TOKEN_UPDATES -> Outcome.THROTTLED;
      case INTERNAL_SERVER_ERROR, SERVICE_UNAVAILABLE, SHUTDOWN, IDLE_TIMEOUT ->
          Outcome.UNAVAILABLE;
      default -> Outcome.REFUSED;
    };
  }

  @Test
  public void tellsSinceWhenATokenIsUnknown() {
    Instant since = Instant.parse("2026-01-02T03:04:05Z");
    apple.answer(
        headers -> {
          throw new UnregisteredDeviceTokenException(since);
        });
    PushVerdict verdict = verdict();
    assertEquals(Outcome.UNREGISTERED, verdict.outcome());
    assertEquals(Optional.of(since), verdict.since());
  }

  @Test
  public void withoutACertificateEverythingWaits() {
    identity = Optional.empty();
    assertEquals(Outcome.NO_CERTIFICATE, verdict().outcome());
    TestPair old = TestPair.push(TOPIC, FROM.minus(Duration.ofDays(9)), Duration.ofDays(2));
    identity = Optional.of(old.identity());
    assertEquals(Outcome.NO_CERTIFICATE, verdict().outcome());
    identity = Optional.of(first.identity());
    assertEquals(Outcome.ACCEPTED, verdict().outcome());
    assertEquals(1, apple.arrived().size());
  }

  @Test
  public void doesNotSendUnderAnotherTopic() {
    TestPair other = TestPair.push("com.apple.mgmt.other", FROM, Duration.ofDays(99));
    identity = Optional.of(other.identity());
    assertEquals(Outcome.REFUSED, verdict().outcome());
    assertEquals(0, apple.connections());
  }

  @Test
  public void comesBackAfterAppleShutDown() {
    assertEquals(Outcome.ACCEPTED, verdict().outcome());
    apple.close();
    assertEquals(Outcome.UNAVAILABLE, verdict().outcome());
    apple.restart();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> verdict().outcome() == Outcome.ACCEPTED);
    assertEquals("OK", pusher.check().get(0).level().name());
  }

  @Test
  public void everyPushEndsSoonThoughAppleGoesAwayInTheMiddle() {
    long began = System.nanoTime();
    List<CompletableFuture<PushVerdict>> pushes = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      pushes.add(push(i % 100));
      if (i == 1000) {
        apple.close();
      }
    }
    Set<Outcome> outcomes =
        pushes.stream().map(push -> push.join().outcome()).collect(Collectors.toSet());
    assertTrue(
        outcomes.toString(), Set.of(Outcome.ACCEPTED, Outcome.UNAVAILABLE).containsAll(outcomes));
    assertTrue(
        "not by their time-out", Duration.ofNanos(System.nanoTime() - began).toSeconds() < 25);
    apple.restart();
  }

  @Test
  public void doesNotStormAnAppleThatIsAway() {
    apple.close();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                verdict().outcome() == Outcome.UNAVAILABLE
                    && pusher.check().get(0).level().name().equals("ERROR"));
    long began = System.nanoTime();
    for (int i = 0; i < 20_000; i++) {
      push(i);
    }
    assertTrue(Duration.ofNanos(System.nanoTime() - began).toSeconds() < 5);
    assertTrue(verdict().retryAfter().isPresent());
    apple.restart();
  }

  @Test
  public void aNewCertificateIsUsedAtOnceAndNoPushIsLost() {
    List<CompletableFuture<PushVerdict>> pushes = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      pushes.add(push(i % 100));
      if (i == 1000) {
        identity = Optional.of(second.identity());
      } else if (i == 2000) {
        identity = Optional.of(first.identity());
      } else if (i == 3000) {
        identity = Optional.of(second.identity());
      }
    }
    Set<PushVerdict> verdicts =
        pushes.stream().map(CompletableFuture::join).collect(Collectors.toSet());
    assertEquals(Set.of(PushVerdict.of(Outcome.ACCEPTED, "")), verdicts);
    assertTrue(apple.arrived().size() >= 4000);
    apple.arrived().clear();
    assertEquals(Outcome.ACCEPTED, verdict().outcome());
    BigInteger last = apple.arrived().get(0).clientSerial();
    assertEquals(second.certificate().getSerialNumber(), last);
  }

  @Test
  public void aWrongTrustFileIsToldAndStopsNothing() {
    pusher.deactivate();
    pusher =
        new Http2Pusher(
            () -> identity,
            TestConfig.to(apple.port(), "/does/not/exist"),
            Clock.systemUTC(),
            PATIENCE);
    PushVerdict verdict = verdict();
    assertEquals(Outcome.REFUSED, verdict.outcome());
    assertTrue(verdict.reason(), verdict.reason().contains("trust.pem"));
  }

  @Test
  public void aServerThatIsNotTrustedGetsNothing() throws IOException {
    pusher.deactivate();
    String trust = folder.newFile("other.pem").getPath();
    Files.writeString(java.nio.file.Path.of(trust), first.certificatePem());
    pusher =
        new Http2Pusher(
            () -> identity, TestConfig.to(apple.port(), trust), Clock.systemUTC(), PATIENCE);
    assertEquals(Outcome.UNAVAILABLE, verdict().outcome());
    assertEquals(0, apple.arrived().size());
  }
}
