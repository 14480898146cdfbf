package io.pomona.escrow.recoverylock;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.escrow.RecoveryLock;
import io.pomona.api.escrow.RecoveryLock.Stage;
import io.pomona.api.escrow.RecoveryLockStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.pki.SecretVault;
import io.pomona.escrow.EscrowHosts;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.inventory.SecurityInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The passwords of recoveryOS. A new one is kept before the Mac can know it, and the one before it
 * until the Mac has said that the new one is in force: whatever answer is lost, one of those that
 * are kept opens the Mac.
 */
@Component(service = RecoveryLocks.class)
public final class RecoveryLocks {
  private final RecoveryLockStore locks;
  private final HostStore registry;
  private final EscrowHosts hosts;
  private final SecretVault vault;
  private final Checks checks;
  private final Clock clock;

  @Activate
  public RecoveryLocks(
      @Reference RecoveryLockStore locks,
      @Reference HostStore registry,
      @Reference EscrowHosts hosts,
      @Reference SecretVault vault,
      @Reference CommandHistoryStore commands) {
    this(locks, registry, hosts, vault, commands, Clock.systemUTC());
  }

  RecoveryLocks(
      RecoveryLockStore locks,
      HostStore registry,
      EscrowHosts hosts,
      SecretVault vault,
      CommandHistoryStore commands,
      Clock clock) {
    this.locks = locks;
    this.registry = registry;
    this.hosts = hosts;
    this.vault = vault;
    this.checks = new Checks(commands);
    this.clock = clock;
  }

  /** All of this Mac, newest first. */
  public List<RecoveryLock> history(Host host) {
    return locks.history(host.id(), host.facts().serialNumber(), host.udid().orElse(""));
  }

  /** The first password of a Mac. */
  public RecoveryLock set(Actor actor, Host host) {
    if (inForce(host).isPresent()) {
      throw MdmException.conflict(
          "escrow.recovery_lock_set",
          "The host has a recovery lock password already; rotate it to have another one.");
    }
    return change(actor, host, RecoveryPassword.random(), "set_host_recovery_lock_password");
  }

  /** Another password in the place of the one in force. */
  public RecoveryLock rotate(Actor actor, Host host) {
    requireInForce(host);
    return change(actor, host, RecoveryPassword.random(), "rotated_host_recovery_lock_password");
  }

  /** Takes the lock off. */
  public RecoveryLock clear(Actor actor, Host host) {
    requireInForce(host);
    return change(actor, host, RecoveryPassword.NONE, "cleared_host_recovery_lock_password");
  }

  private RecoveryLock change(Actor actor, Host host, Secret next, String activity) {
    ChannelId device = EscrowHosts.device(host, "set a recovery lock on");
    AppleSilicon.require(host, registry.inventory(host.id()));
    Instant now = clock.instant();
    RecoveryLock lock = fresh(actor, host, next.isEmpty(), now);
    CommandOrder order =
        RecoveryLockOrders.set(lock.command(), device, current(host), next, actor.name(), now);
    locks
        .begin(
            lock,
            RecoveryPassword.seal(vault, next),
            order,
            EscrowHosts.activity(actor, activity, host),
            hosts.scope(actor, Permission.ROTATE_DEVICE_SECRETS),
            now)
        .ifPresent(
            other -> {
              throw underWay();
            });
    return lock;
  }

  private static RecoveryLock fresh(Actor actor, Host host, boolean clears, Instant now) {
    return new RecoveryLock(
        CommandUuid.random(),
        host.id(),
        host.facts().serialNumber(),
        host.enrolledAt().orElse(now),
        clears,
        Stage.PENDING,
        Optional.empty(),
        actor.name(),
        now,
        Optional.empty(),
        Optional.empty(),
        "");
  }

  // macOS takes the lock off with the enrollment; what an earlier one set may be in force no more.
  private Optional<Secret> current(Host host) {
    boolean locked =
        registry
            .inventory(host.id())
            .securityInfo()
            .flatMap(all -> new SecurityInfo(all).recoveryLockEnabled())
            .orElse(false);
    return inForce(host)
        .filter(lock -> locked || isOfThisEnrollment(lock, host))
        .flatMap(lock -> locks.sealed(lock.command()))
        .map(kept -> RecoveryPassword.open(vault, kept));
  }

  private static boolean isOfThisEnrollment(RecoveryLock lock, Host host) {
    return host.enrolledAt().filter(at -> at.isAfter(lock.enrolledAt())).isEmpty();
  }

  /** The one that opens the Mac as far as is known: verified, else the newest that may be. */
  public Optional<RecoveryLock> inForce(Host host) {
    return InForce.of(history(host));
  }

  private RecoveryLock requireInForce(Host host) {
    return inForce(host)
        .orElseThrow(
            () ->
                MdmException.conflict(
                    "escrow.no_recovery_lock_password",
                    "No recovery lock password is kept for this host; set one first."));
  }

  private static MdmException underWay() {
    return MdmException.conflict(
        "escrow.recovery_lock_under_way",
        "A change of the recovery lock is on its way already; wait for the Mac, or cancel the"
            + " command.");
  }

  /** Asks the Mac whether the password that is kept is in force. */
  public RecoveryLock verify(Actor actor, Host host) {
    ChannelId device = EscrowHosts.device(host, "verify the recovery lock of");
    RecoveryLock lock = requireInForce(host);
    if (lock.stage() == Stage.PENDING || checks.isUnderWay(lock)) {
      throw underWay();
    }
    Instant now = clock.instant();
    CommandUuid uuid = CommandUuid.random();
    Secret password = RecoveryPassword.open(vault, locks.sealed(lock.command()).orElseThrow());
    RecoveryLock asked = lock.checking(lock.stage(), uuid, lock.detail());
    CommandOrder order = RecoveryLockOrders.verify(uuid, device, password, actor.name(), now);
    if (!locks.save(asked, lock.stage(), List.of(order), now)) {
      throw underWay();
    }
    return asked;
  }

  /** A password for a person. */
  public record Seen(RecoveryLock lock, Secret password) {}

  /**
   * The one in force, or this one; each look is in the feed.
   *
   * @throws MdmException not found when there is none
   */
  public Seen view(Actor actor, Host host, Optional<CommandUuid> which) {
    RecoveryLock lock =
        (which.isEmpty() ? inForce(host) : named(host, which.get()))
            .filter(each -> !each.clears())
            .orElseThrow(RecoveryLocks::none);
    ActivityDraft activity =
        EscrowHosts.activity(actor, "viewed_host_recovery_lock_password", host);
    return locks
        .view(lock.command(), activity, clock.instant())
        .map(kept -> new Seen(lock, RecoveryPassword.open(vault, kept)))
        .orElseThrow(RecoveryLocks::none);
  }

  private Optional<RecoveryLock> named(Host host, CommandUuid which) {
    return history(host).stream().filter(each -> each.command().equals(which)).findFirst();
  }

  private static MdmException none() {
    return MdmException.notFound(
        "escrow.no_recovery_lock_password", "No recovery lock password is kept for this host.");
  }
}
