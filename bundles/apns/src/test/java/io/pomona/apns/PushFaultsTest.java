package io.pomona.apns;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.apns.PushTarget;
import io.pomona.api.apns.PushVerdict;
import io.pomona.api.apns.PushVerdict.Outcome;
import io.pomona.simulator.apple.PushIdentity;
import io.pomona.simulator.apple.Verdict;
import io.pomona.simulator.apple.VirtualApns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Faults of Apple's server, played by the virtual one. */
public class PushFaultsTest {
  private static final PushIdentity PAIR = ApplesPortal.APPLE.pushIdentity(UUID.randomUUID());

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private VirtualApns apns;
  private Http2Pusher pusher;

  @Before
  public void start() throws Exception {
    apns = new VirtualApns(ApplesPortal.APPLE, 0);
    Path trust = folder.newFile("trust.pem").toPath();
    Files.writeString(trust, ApplesPortal.APPLE.rootPem());
    io.pomona.apns.PushIdentity identity =
        new io.pomona.apns.PushIdentity(PAIR.topic(), PAIR.identity().jca(), PAIR.identity().key());
    pusher =
        new Http2Pusher(
            () -> Optional.of(identity),
            TestConfig.to(apns.port(), trust.toString()),
            Clock.systemUTC(),
            Duration.ofSeconds(2));
  }

  @After
  public void stop() {
    pusher.deactivate();
    apns.close();
  }

  private PushVerdict push() throws Exception {
    return pusher
        .push(new PushTarget(PAIR.topic(), new byte[32], "magic"))
        .toCompletableFuture()
        .get(40, TimeUnit.SECONDS);
  }

  private PushVerdict pushed(Verdict verdict) throws Exception {
    apns.script().next(verdict);
    return push();
  }

  @Test
  public void appleSaysHowLongToWait() throws Exception {
    PushVerdict throttled = pushed(Verdict.tooManyRequests(Duration.ofSeconds(77)));
    assertEquals(Outcome.THROTTLED, throttled.outcome());
    assertEquals(Optional.of(Duration.ofSeconds(77)), throttled.retryAfter());
    PushVerdict silent = pushed(Verdict.of(429, "TooManyRequests"));
    assertEquals(Optional.of(Duration.ofMinutes(5)), silent.retryAfter());
    PushVerdict away = pushed(Verdict.unavailable(Duration.ofSeconds(120)));
    assertEquals(Outcome.UNAVAILABLE, away.outcome());
    assertEquals(Optional.of(Duration.ofSeconds(120)), away.retryAfter());
    PushVerdict days = pushed(Verdict.tooManyRequests(Duration.ofDays(30)));
    assertEquals("never for longer", Optional.of(Duration.ofHours(1)), days.retryAfter());
    assertEquals(Outcome.ACCEPTED, push().outcome());
  }

  @Test
  public void whyAppleHungUpIsTold() throws Exception {
    assertEquals(Outcome.ACCEPTED, push().outcome());
    PushVerdict verdict = pushed(Verdict.goAway("BadCertificateEnvironment"));
    assertEquals(Outcome.UNAVAILABLE, verdict.outcome());
    assertTrue(verdict.reason(), verdict.reason().contains("BadCertificateEnvironment"));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> push().outcome() == Outcome.ACCEPTED);
  }

  @Test
  public void aPushThatIsNeverAnsweredEndsByItsPatience() throws Exception {
    PushVerdict verdict = pushed(Verdict.silence());
    assertEquals(Outcome.UNAVAILABLE, verdict.outcome());
    assertTrue(verdict.reason(), verdict.reason().contains("no answer in time"));
    assertEquals(Outcome.ACCEPTED, push().outcome());
  }

  @Test
  public void aDeadTokenIsToldWithItsTime() throws Exception {
    Instant since = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    PushVerdict verdict = pushed(Verdict.unregistered(since));
    assertEquals(Outcome.UNREGISTERED, verdict.outcome());
    assertEquals(Optional.of(since), verdict.since());
  }
}
