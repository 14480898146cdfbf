package io.pomona.abm.assign;

import io.pomona.abm.AbmConfig;
import io.pomona.abm.apple.AppleRefusal;
import io.pomona.abm.apple.DeviceEnrollments;
import io.pomona.abm.assistant.WantedProfiles;
import io.pomona.abm.assistant.WantedProfiles.Wanted;
import io.pomona.api.MdmException;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.abm.AbmTokenStore;
import io.pomona.api.abm.AssignmentStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what Apple holds for Macs to what their teams want, whyever the two differ: a new Mac, one
 * that was moved, another profile, another address of the server. Nothing is told to it when one of
 * these happens; it looks. Of several nodes one at a time works for a token.
 */
@Component(service = ProfileAssignments.class, configurationPid = AbmConfig.PID)
public final class ProfileAssignments {
  static final Duration LEASE = Duration.ofMinutes(1);
  private static final int APPLES_MOST = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.abm");

  private final AssignmentStore store;
  private final AbmTokenStore tokens;
  private final WantedProfiles wanted;
  private final DeviceEnrollments apple;
  private final Waits waits;
  private final Clock clock;
  private final String holder = UUID.randomUUID().toString();
  private final AtomicBoolean asked = new AtomicBoolean();

  @Activate
  public ProfileAssignments(
      @Reference AssignmentStore store,
      @Reference AbmTokenStore tokens,
      @Reference WantedProfiles wanted,
      @Reference DeviceEnrollments apple,
      AbmConfig config) {
    this(store, tokens, wanted, apple, Waits.of(config), Clock.systemUTC());
  }

  ProfileAssignments(
      AssignmentStore store,
      AbmTokenStore tokens,
      WantedProfiles wanted,
      DeviceEnrollments apple,
      Waits waits,
      Clock clock) {
    this.store = store;
    this.tokens = tokens;
    this.wanted = wanted;
    this.apple = apple;
    this.waits = waits;
    this.clock = clock;
  }

  /** Has this node look within a second, for whoever knows that there is something. */
  public void soon() {
    asked.set(true);
  }

  /** Works if {@link #soon} was called since. */
  public void ifAsked() {
    if (asked.getAndSet(false)) {
      assign();
    }
  }

  /** Works off all that is to be assigned now, and forgets what is gone. */
  public void sweep() {
    assign();
    store.purge(clock.instant());
  }

  /** Works off all that is to be assigned now; one at a time, for the lease is the node's. */
  public synchronized void assign() {
    wanted.now().ifPresent(this::assign);
  }

  private void assign(Wanted now) {
    store.want(now.hashes());
    for (AbmTokenId token : store.due(clock.instant())) {
      if (mayGoOn(token)) {
        Instant again = run(token, now);
        store.release(token, holder, again);
      }
    }
  }

  private boolean mayGoOn(AbmTokenId token) {
    Instant now = clock.instant();
    return store.lease(token, holder, now.plus(LEASE), now);
  }

  /** Until when the token is to be left alone. */
  private Instant run(AbmTokenId token, Wanted now) {
    try {
      int chunk = tokens.find(token).map(ProfileAssignments::chunk).orElse(APPLES_MOST);
      new TokenRun(store, token, apple.of(token), chunk, waits, clock, () -> mayGoOn(token))
          .run(now.definitions());
    } catch (AppleRefusal refusal) {
      Duration wait = waits.of(refusal);
      LOG.info(
          "Nothing is assigned by ABM token {} for {} seconds: {}",
          token.value(),
          wait.toSeconds(),
          refusal.getMessage());
      return clock.instant().plus(wait);
    } catch (MdmException e) {
      if (e.kind() != MdmException.Kind.NOT_FOUND) {
        throw e;
      }
      LOG.info("ABM token {} was deleted meanwhile", token.value());
    }
    return Instant.EPOCH;
  }

  private static int chunk(AbmToken token) {
    int limit = token.account().assignLimit();
    return limit < 1 ? APPLES_MOST : Math.min(APPLES_MOST, limit);
  }
}
