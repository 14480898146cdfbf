package io.pomona.commands;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.apns.PushCertificateInfo;
import io.pomona.api.apns.PushCertificates;
import io.pomona.api.apns.PushTarget;
import io.pomona.api.apns.PushVerdict;
import io.pomona.api.apns.PushVerdict.Outcome;
import io.pomona.api.apns.Pusher;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.RecordingPusher;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.Test;

public class PushDispatchTest {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final RecordingPusher pusher = new RecordingPusher();
  private final OnePushCertificate certificate = new OnePushCertificate();

  /** In use or not. */
  static final class OnePushCertificate implements PushCertificates {
    private Optional<Instant> notAfter = Optional.of(Instant.parse("2036-01-01T00:00:00Z"));

    @Override
    public Optional<PushCertificateInfo> current() {
      return notAfter.map(end -> new PushCertificateInfo(Fixtures.TOPIC, "cn", "1", "ca", end));
    }
  }

  private PushDispatch dispatch(Pusher with, int most) {
    PushSchedule schedule = new PushSchedule(() -> 0.5);
    return new PushDispatch(
        stores.wakes(), with, certificate, schedule, Runnable::run, most, clock);
  }

  private void macsWithACommand(int count) {
    List<ChannelId> channels = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      channels.add(Fixtures.enrolledMac(stores, i, clock.instant()).channel());
    }
    queueFor(channels);
  }

  private void queueFor(List<ChannelId> channels) {
    stores
        .commandQueue()
        .enqueue(
            List.of(
                Fixtures.order(
                    "SecurityInfo",
                    "profiles",
                    clock.instant(),
                    channels.toArray(ChannelId[]::new))),
            List.of(),
            clock.instant());
  }

  @Test
  public void pushesOnceAndThenBacksOff() {
    macsWithACommand(1);
    PushDispatch dispatch = dispatch(pusher, 100);
    dispatch.sweep();
    dispatch.sweep();
    assertEquals(1, pusher.pushed().size());
    clock.advance(Duration.ofSeconds(59));
    dispatch.sweep();
    assertEquals(1, pusher.pushed().size());
    clock.advance(Duration.ofSeconds(2));
    dispatch.sweep();
    assertEquals(2, pusher.pushed().size());
    clock.advance(Duration.ofSeconds(90));
    dispatch.sweep();
    assertEquals(2, pusher.pushed().size());
    clock.advance(Duration.ofSeconds(31));
    dispatch.sweep();
    assertEquals(3, pusher.pushed().size());
  }

  @Test
  public void pushesToThousandsInOneSweep() {
    macsWithACommand(1700);
    dispatch(pusher, 4000).sweep();
    assertEquals(1700, pusher.pushed().size());
  }

  @Test
  public void withoutACertificateEverythingWaitsAndNothingIsDropped() {
    macsWithACommand(3);
    PushDispatch dispatch = dispatch(pusher, 100);
    certificate.notAfter = Optional.empty();
    dispatch.sweep();
    certificate.notAfter = Optional.of(clock.instant().minusSeconds(1));
    dispatch.sweep();
    assertEquals(0, pusher.pushed().size());
    certificate.notAfter = Optional.of(clock.instant().plusSeconds(1000));
    dispatch.sweep();
    assertEquals(3, pusher.pushed().size());
  }

  @Test
  public void anUnknownTokenIsRetiredUntilANewOneComes() {
    macsWithACommand(1);
    PushDispatch dispatch = dispatch(pusher, 100);
    pusher.answer(PushVerdict.of(Outcome.BAD_TOKEN, "BadDeviceToken"));
    dispatch.sweep();
    pusher.answer(PushVerdict.of(Outcome.ACCEPTED, ""));
    for (int hour = 0; hour < 72; hour++) {
      clock.advance(Duration.ofHours(1));
      dispatch.sweep();
    }
    assertEquals(1, pusher.pushed().size());
    ChannelId mac = ChannelId.device(Fixtures.udid(1));
    stores.enrollments().token(Fixtures.token(mac, clock.instant()));
    dispatch.sweep();
    assertEquals(2, pusher.pushed().size());
  }

  @Test
  public void doesNotStormAppleAndCatchesUpWhenItIsBack() {
    macsWithACommand(600);
    PushDispatch dispatch = dispatch(pusher, 4000);
    pusher.answer(
        new PushVerdict(
            Outcome.UNAVAILABLE, "away", Optional.of(Duration.ofSeconds(10)), Optional.empty()));
    run(dispatch, Duration.ofMinutes(30));
    assertTrue("pushes " + pusher.pushed().size(), pusher.pushed().size() <= 500 + 180);
    assertTrue(dispatch.isAppleAway());
    pusher.clear();
    pusher.answer(PushVerdict.of(Outcome.ACCEPTED, ""));
    run(dispatch, Duration.ofMinutes(5));
    assertEquals(600, pusher.pushed().stream().map(PushTarget::pushMagic).distinct().count());
  }

  private void run(PushDispatch dispatch, Duration time) {
    for (long second = 0; second < time.toSeconds(); second += 2) {
      clock.advance(Duration.ofSeconds(2));
      dispatch.sweep();
    }
  }

  @Test
  public void holdsNoMoreUnderWayThanAllowed() {
    macsWithACommand(30);
    SlowPusher slow = new SlowPusher();
    PushDispatch dispatch = dispatch(slow, 20);
    dispatch.sweep();
    dispatch.sweep();
    assertEquals(20, slow.underWay.size());
    slow.underWay.forEach(push -> push.complete(PushVerdict.of(Outcome.ACCEPTED, "")));
    dispatch.sweep();
    assertEquals(30, slow.underWay.size());
    assertEquals(10, dispatch.underWay());
  }

  private static final class SlowPusher implements Pusher {
    private final List<CompletableFuture<PushVerdict>> underWay = new ArrayList<>();

    @Override
    public CompletionStage<PushVerdict> push(PushTarget target) {
      CompletableFuture<PushVerdict> push = new CompletableFuture<>();
      underWay.add(push);
      return push;
    }
  }

  @Test
  public void aPusherThatFailsLosesNothing() {
    macsWithACommand(2);
    boolean[] broken = {true};
    PushDispatch dispatch =
        dispatch(
            target -> {
              if (broken[0]) {
                throw new IllegalStateException("bug");
              }
              return pusher.push(target);
            },
            100);
    dispatch.sweep();
    broken[0] = false;
    run(dispatch, Duration.ofMinutes(2));
    assertTrue(pusher.pushed().size() >= 2);
    assertEquals(0, dispatch.underWay());
  }
}
