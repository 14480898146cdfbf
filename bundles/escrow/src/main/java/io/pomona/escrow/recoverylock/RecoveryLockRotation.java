package io.pomona.escrow.recoverylock;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.escrow.RecoveryLock;
import io.pomona.api.escrow.RecoveryLock.Stage;
import io.pomona.api.escrow.RecoveryLockStore;
import io.pomona.api.organization.Actor;
import io.pomona.escrow.EscrowConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
      Clock clock) {
    this.store = store;
    this.locks = locks;
    this.hosts = hosts;
    this.afterView = afterView;
    this.clock = clock;
  }

  /** Called by a route. */
  public void sweep() {
    afterView.ifPresent(
        after ->
            store.viewedBefore(clock.instant().minus(after), BATCH).stream()
                .forEach(
                    lock ->
                        hosts
                            .find(lock.host())
                            .filter(host -> isDue(lock, host))
                            .ifPresent(this::rotate)));
  }

  // One that failed is tried again, but not all the time.
  private boolean isDue(RecoveryLock seen, Host host) {
    Instant lately = clock.instant().minus(PAUSE);
    return host.mdm().isOn()
        && locks.inForce(host).filter(seen::equals).isPresent()
        && locks.history(host).stream()
            .filter(lock -> !lock.command().equals(seen.command()))
            .filter(lock -> lock.requestedAt().isAfter(seen.requestedAt()))
            .noneMatch(
                lock ->
                    lock.stage().isUnderWay()
                        || lock.stage() == Stage.FAILED && lock.requestedAt().isAfter(lately));
  }

  private void rotate(Host host) {
    try {
      locks.rotate(Actor.system(), host);
    } catch (MdmException e) {
      LOG.info("The recovery lock of host {} stays: {}", host.id().value(), e.getMessage());
    }
  }
}
