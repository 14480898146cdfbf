package io.pomona.escrow.lock;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.EnrollmentStore;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.escrow.HostLock;
import io.pomona.api.escrow.HostLock.Kind;
import io.pomona.api.escrow.HostLock.Stage;
import io.pomona.api.escrow.HostLockStore;
import io.pomona.api.organization.Actor;
import io.pomona.escrow.EscrowConfig;
import io.pomona.escrow.EscrowHosts;
import io.pomona.protocol.channel.ChannelId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what a Mac does not say: a locked one cannot poll, so one that does was unlocked; an
 * erased one sends no CheckOut, and enrolls anew some day or never.
 */
@Component(service = LockSettlement.class, configurationPid = EscrowConfig.PID)
public final class LockSettlement {
  private static final Logger LOG = LoggerFactory.getLogger(LockSettlement.class);
  private static final int STEP = 500;

  /** An erasure takes its time, and has been found not to have happened for good then. */
  private static final int PROOF = 2;

  private final HostLockStore locks;
  private final HostStore hosts;
  private final EnrollmentStore enrollments;
  private final Duration grace;
  private final Duration wipeGrace;
  private final Duration wiped;
  private final Clock clock;

  @Activate
  public LockSettlement(
      @Reference HostLockStore locks,
      @Reference HostStore hosts,
      @Reference EnrollmentStore enrollments,
      EscrowConfig config) {
    this(
        locks,
        hosts,
        enrollments,
        Duration.ofSeconds(Math.max(0, config.lock_grace_seconds())),
        Duration.ofSeconds(Math.max(0, config.wipe_grace_seconds())),
        Duration.ofHours(Math.max(1, config.wiped_hours())),
        Clock.systemUTC());
  }

  LockSettlement(
      HostLockStore locks,
      HostStore hosts,
      EnrollmentStore enrollments,
      Duration grace,
      Duration wipeGrace,
      Duration wiped,
      Clock clock) {
    this.locks = locks;
    this.hosts = hosts;
    this.enrollments = enrollments;
    this.grace = grace;
    this.wipeGrace = wipeGrace;
    this.wiped = wiped;
    this.clock = clock;
  }

  /** Looks at all that took. Called by a route. */
  public void sweep() {
    List<HostLock> step = locks.standing("", STEP);
    while (!step.isEmpty()) {
      step.forEach(this::look);
      String last = step.get(step.size() - 1).command().value();
      step = step.size() < STEP ? List.of() : locks.standing(last, STEP);
    }
  }

  /** One that cannot be settled now keeps no other from being settled. */
  private void look(HostLock lock) {
    try {
      hosts.find(lock.host()).ifPresent(host -> settle(lock, host));
    } catch (MdmException e) {
      LOG.info("{} {} is settled later: {}", lock.kind(), lock.command().value(), e.getMessage());
    }
  }

  /** Looks at those of one Mac. */
  void settle(Host host) {
    locks.history(host.id(), "", "").stream()
        .filter(lock -> lock.stage() == Stage.DONE || lock.stage() == Stage.UNCERTAIN)
        .forEach(lock -> settle(lock, host));
  }

  private void settle(HostLock lock, Host host) {
    if (isAnew(lock, host)) {
      String words = lock.kind() == Kind.LOCK ? LockWords.ENROLLED_ANEW : LockWords.ERASED;
      save(lock, Stages.of(lock, Stage.OVER, lock.endedAt(), words));
      return;
    }
    int heard = heard(lock, host);
    if (lock.kind() == Kind.LOCK && heard > 0) {
      save(lock, Stages.of(lock, Stage.OVER, lock.endedAt(), LockWords.UNLOCKED));
    } else if (lock.kind() == Kind.WIPE && heard >= PROOF) {
      save(lock, Stages.of(lock, Stage.FAILED, lock.endedAt(), LockWords.NOT_ERASED));
    } else if (heard == 0 && isGone(lock, host)) {
      host.udid().ifPresent(udid -> end(ChannelId.device(udid), host));
    }
  }

  private static boolean isAnew(HostLock lock, Host host) {
    return host.enrolledAt().filter(at -> at.isAfter(lock.enrolledAt())).isPresent();
  }

  private int heard(HostLock lock, Host host) {
    Duration down = lock.kind() == Kind.LOCK ? grace : wipeGrace;
    return host.lastSeenAt().map(at -> locks.heard(lock.command(), at, down)).orElse(0);
  }

  private void save(HostLock lock, HostLock after) {
    if (locks.save(after, lock.stage())) {
      LOG.info("{} {} is over: {}", lock.kind(), lock.command().value(), after.detail());
    }
  }

  /** It said that it erases itself and has been silent since: nobody pushes to it for ever. */
  private boolean isGone(HostLock lock, Host host) {
    return lock.kind() == Kind.WIPE
        && lock.stage() == Stage.DONE
        && host.mdm().isOn()
        && lock.endedAt().filter(at -> at.plus(wiped).isBefore(clock.instant())).isPresent();
  }

  private void end(ChannelId device, Host host) {
    enrollments.checkOut(
        device,
        clock.instant(),
        EscrowHosts.activity(Actor.system(), "mdm_unenrolled", host)
            .with("installed_from_dep", host.mdm() == MdmStatus.ON_AUTOMATIC));
    LOG.info("Mac {} was erased and has not come back: MDM is off", device);
  }
}
