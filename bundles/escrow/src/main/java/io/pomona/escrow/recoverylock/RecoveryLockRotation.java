package io.pomona.escrow.recoverylock;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.escrow.RecoveryLock;
import io.pomona.api.escrow.RecoveryLockStore;
import io.pomona.api.organization.Actor;
import io.pomona.escrow.EscrowConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces passwords that somebody saw. */
@Component(service = RecoveryLockRotation.class, configurationPid = EscrowConfig.PID)
public final class RecoveryLockRotation {
  private static final Logger LOG = LoggerFactory.getLogger(RecoveryLockRotation.class);
  private static final int BATCH = 500;
  private static final Duration PAUSE = Duration.ofHours(6);

  private final RecoveryLockStore store;
  private final RecoveryLocks locks;
  private final HostStore hosts;
  private final Optional<Duration> afterView;
  private final int batch;
  private final Clock clock;

  @Activate
  public RecoveryLockRotation(
      @Reference RecoveryLockStore store,
      @Reference RecoveryLocks locks,
      @Reference HostStore hosts,
      EscrowConfig config) {
    this(
        store,
        locks,
        hosts,
        Optional.of(Duration.ofMinutes(config.rotate_after_view_minutes()))
            .filter(after -> !after.isNegative()),
        BATCH,
        Clock.systemUTC());
  }

  /**
   * @param afterView empty for never
   */
  RecoveryLockRotation(
      RecoveryLockStore store,
      RecoveryLocks locks,
      HostStore hosts,
      Optional<Duration> afterView,
      int batch,
      Clock clock) {
    this.store = store;
    this.locks = locks;
    this.hosts = hosts;
    this.afterView = afterView;
    this.batch = batch;
    this.clock = clock;
  }

  /** Called by a route. */
  public void sweep() {
    afterView.ifPresent(after -> sweep(clock.instant().minus(after)));
  }

  private void sweep(Instant before) {
    List<RecoveryLock> step = due(before, "");
    while (!step.isEmpty()) {
      step.forEach(this::rotate);
      String last = step.get(step.size() - 1).command().value();
      step = step.size() < batch ? List.of() : due(before, last);
    }
  }

  // One that failed is tried again, but not all the time.
  private List<RecoveryLock> due(Instant before, String after) {
    return store.viewedBefore(before, clock.instant().minus(PAUSE), after, batch);
  }

  private void rotate(RecoveryLock seen) {
    try {
      hosts
          .find(seen.host())
          .filter(host -> locks.inForce(host).filter(seen::equals).isPresent())
          .ifPresent(host -> locks.rotate(Actor.system(), host));
    } catch (MdmException e) {
      LOG.info("The recovery lock of host {} stays: {}", seen.host().value(), e.getMessage());
    }
  }
}
