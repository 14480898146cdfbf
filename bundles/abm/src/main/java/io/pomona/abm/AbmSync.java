package io.pomona.abm;

import io.pomona.abm.apple.AppleRefusal;
import io.pomona.abm.apple.DeviceEnrollments;
import io.pomona.api.MdmException;
import io.pomona.api.abm.AbmDeviceStore;
import io.pomona.api.abm.AbmSyncStore;
import io.pomona.api.abm.AbmSyncStore.Failure;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.abm.AbmTokenStore;
import io.pomona.api.abm.AbmTrouble.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at ABM for the tokens that are due, on one of several nodes. What goes wrong stays with the
 * token until the next look that succeeds.
 */
@Component(service = AbmSync.class, configurationPid = AbmConfig.PID)
public final class AbmSync {
  /** As long as one call to Apple; begun anew before each. */
  static final Duration LEASE = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.abm");

  private final AbmSyncStore sync;
  private final AbmDeviceStore devices;
  private final AbmTokenStore tokens;
  private final DeviceEnrollments apple;
  private final BackOff backOff;
  private final Clock clock;
  private final String node = UUID.randomUUID().toString();

  @Activate
  public AbmSync(
      @Reference AbmSyncStore sync,
      @Reference AbmDeviceStore devices,
      @Reference AbmTokenStore tokens,
      @Reference DeviceEnrollments apple,
      AbmConfig config) {
    this(
        sync,
        devices,
        tokens,
        apple,
        new BackOff(Duration.ofSeconds(Math.max(1, config.sync_seconds())), Math::random),
        Clock.systemUTC());
  }

  AbmSync(
      AbmSyncStore sync,
      AbmDeviceStore devices,
      AbmTokenStore tokens,
      DeviceEnrollments apple,
      BackOff backOff,
      Clock clock) {
    this.sync = sync;
    this.devices = devices;
    this.tokens = tokens;
    this.apple = apple;
    this.backOff = backOff;
    this.clock = clock;
  }

  /** Whether a token is due that no node is at; if so, this one is at it until {@link #run}. */
  public Optional<AbmToken> lease() {
    return sync.lease(node, LEASE, clock.instant());
  }

  /** Goes through all that Apple has to tell about this token, which is leased. */
  public void run(AbmToken token) {
    SyncRun run = new SyncRun(token, node, devices, tokens, clock);
    try {
      run.go(new HeldEnrollment(apple.of(token.id()), () -> hold(token)));
      Instant now = clock.instant();
      sync.succeeded(token.id(), node, now.plus(backOff.usual()), now);
      tell(token, run);
    } catch (AppleRefusal e) {
      fail(token, run, e);
    } catch (RuntimeException e) {
      stumble(token, run, e);
    }
  }

  /** Nobody is told of what is over; the rest is shown and tried again, as what Apple refuses. */
  private void stumble(AbmToken token, SyncRun run, RuntimeException unexpected) {
    if (isOver(unexpected)) {
      LOG.debug("The token was renewed or deleted, or another node is at it", unexpected);
      return;
    }
    String word = unexpected.getClass().getSimpleName();
    if (fail(token, run, new Trouble(Kind.BROKEN, word, Optional.empty()))) {
      LOG.warn("ABM cannot be synchronized for {}", token.account().serverName(), unexpected);
    }
  }

  private static boolean isOver(RuntimeException e) {
    return e instanceof MdmException said
        && (said.code().equals("abm.lease_lost") || said.code().equals("abm.no_token"));
  }

  private void hold(AbmToken token) {
    sync.hold(token.id(), node, LEASE, clock.instant());
  }

  private static void tell(AbmToken token, SyncRun run) {
    String server = token.account().serverName();
    if (run.changes().assigned() + run.changes().unassigned() > 0) {
      LOG.info(
          "ABM assigned {} Macs to {} and took back {}",
          run.changes().assigned(),
          server,
          run.changes().unassigned());
    }
    token
        .sync()
        .trouble()
        .ifPresent(was -> LOG.info("ABM answers for {} again, after {}", server, was.word()));
  }

  private record Trouble(Kind kind, String word, Optional<Duration> retryAfter) {}

  private void fail(AbmToken token, SyncRun run, AppleRefusal refusal) {
    Kind kind = run.isRepeating() ? Kind.REPEATING : AppleWords.kind(refusal);
    if (fail(token, run, new Trouble(kind, refusal.getMessage(), refusal.retryAfter()))) {
      String server = token.account().serverName();
      if (AppleWords.isForAdmin(kind)) {
        LOG.warn("{} ({}: {})", AppleWords.of(kind), server, refusal.getMessage());
      } else {
        LOG.info("ABM did not answer as asked for {}: {}", server, refusal.getMessage());
      }
    }
  }

  /** Whether it is another trouble than before. */
  private boolean fail(AbmToken token, SyncRun run, Trouble trouble) {
    Instant now = clock.instant();
    Duration wait = backOff.after(token.sync().attempts(), trouble.retryAfter());
    Failure failure = new Failure(trouble.kind(), trouble.word(), now.plus(wait));
    try {
      sync.failed(token.id(), node, run.progress(), failure, now);
      return token.sync().trouble().filter(was -> was.kind() == trouble.kind()).isEmpty();
    } catch (MdmException e) {
      LOG.debug("The token was renewed or deleted, or another node is at it", e);
      return false;
    }
  }
}
