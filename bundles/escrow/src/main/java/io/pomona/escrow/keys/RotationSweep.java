package io.pomona.escrow.keys;

import io.pomona.api.MdmException;
import io.pomona.api.escrow.DueKeyStore;
import io.pomona.api.escrow.KeyRotation;
import io.pomona.api.escrow.KeyRotation.Cause;
import io.pomona.api.escrow.KeyRotationId;
import io.pomona.api.escrow.KeyRotationStore;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.escrow.RecoveryKeyId;
import io.pomona.escrow.EscrowConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces recovery keys whose time has come, in steps. Each Mac has a minute of the day for its
 * schedule, so that keys that came on one day are not all replaced in one.
 */
@Component(service = RotationSweep.class, configurationPid = EscrowConfig.PID)
public final class RotationSweep {
  private static final Logger LOG = LoggerFactory.getLogger(RotationSweep.class);
  private static final int STEP = 100;

  /** A server that was down for less loses no Mac's turn of the day. */
  private static final int SLOTS_AT_ONCE = 60;

  /** Until a Mac gets another try that has refused or did not answer. */
  private static final Duration PAUSE = Duration.ofDays(7);

  private final KeyRotationStore rotations;
  private final DueKeyStore due;
  private final KeyReplacement replacement;
  private final RotationProgress progress;
  private final Terms terms;
  private final Clock clock;

  /** Whose replacement cannot begin, said in the log once. */
  private final Set<RecoveryKeyId> troubled = ConcurrentHashMap.newKeySet();

  private final Set<KeyRotationId> stuck = ConcurrentHashMap.newKeySet();

  /** When keys are replaced; empty for never. */
  record Terms(Optional<Duration> afterView, Optional<Duration> age) {
    static Terms of(EscrowConfig config) {
      return new Terms(
          Optional.of(config.rotate_after_view_minutes())
              .filter(minutes -> minutes >= 0)
              .map(Duration::ofMinutes),
          Optional.of(config.rotate_days()).filter(days -> days > 0).map(Duration::ofDays));
    }
  }

  @Activate
  public RotationSweep(
      @Reference KeyRotationStore rotations,
      @Reference DueKeyStore due,
      @Reference KeyReplacement replacement,
      @Reference RotationProgress progress,
      EscrowConfig config) {
    this(rotations, due, replacement, progress, Terms.of(config), Clock.systemUTC());
  }

  RotationSweep(
      KeyRotationStore rotations,
      DueKeyStore due,
      KeyReplacement replacement,
      RotationProgress progress,
      Terms terms,
      Clock clock) {
    this.rotations = rotations;
    this.due = due;
    this.replacement = replacement;
    this.progress = progress;
    this.terms = terms;
    this.clock = clock;
  }

  /**
   * One step. Called by a route.
   *
   * @return how many were begun
   */
  public int sweep() {
    Instant now = clock.instant();
    rotations.due(now, STEP + stuck.size()).forEach(this::goOn);
    int begun = terms.afterView().map(wait -> afterView(now, now.minus(wait))).orElse(0);
    begun += terms.age().map(age -> bySchedule(now, now.minus(age))).orElse(0);
    if (begun > 0) {
      LOG.info("Began to replace the recovery keys of {} Macs", begun);
    }
    return begun;
  }

  private void goOn(KeyRotation rotation) {
    try {
      progress.goOn(rotation);
      stuck.remove(rotation.id());
    } catch (RuntimeException e) {
      // Nor must one that cannot go on.
      if (stuck.add(rotation.id())) {
        LOG.warn("Replacement of the key of {} cannot go on", rotation.wanted().device(), e);
      }
    }
  }

  private int afterView(Instant now, Instant upTo) {
    return begin(due.viewed(upTo, now.minus(PAUSE), STEP + troubled.size()), Cause.VIEW);
  }

  private int bySchedule(Instant now, Instant upTo) {
    int last = LocalTime.ofInstant(now, ZoneOffset.UTC).get(ChronoField.MINUTE_OF_DAY);
    int step = STEP + troubled.size();
    int first = Math.floorMod(last - SLOTS_AT_ONCE + 1, DueKeyStore.SLOTS);
    return begin(due.received(upTo, now.minus(PAUSE), first, last, step), Cause.SCHEDULE);
  }

  private int begin(List<RecoveryKey> keys, Cause cause) {
    int begun = 0;
    for (RecoveryKey key : keys) {
      begun += begin(key, cause) ? 1 : 0;
    }
    return begun;
  }

  private boolean begin(RecoveryKey key, Cause cause) {
    try {
      Optional<KeyRotation> rotation = replacement.begin(key, cause);
      troubled.remove(key.id());
      return rotation.isPresent();
    } catch (MdmException e) {
      // One key must not keep the others waiting; the next step comes back to it.
      if (troubled.add(key.id()) && e.kind() != MdmException.Kind.CONFLICT) {
        LOG.warn("The recovery key of Mac {} cannot be replaced", key.udid(), e);
      }
      return false;
    }
  }
}
