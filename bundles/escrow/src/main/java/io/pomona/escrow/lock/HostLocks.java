package io.pomona.escrow.lock;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.Host;
import io.pomona.api.escrow.HostLock;
import io.pomona.api.escrow.HostLock.Kind;
import io.pomona.api.escrow.HostLock.Stage;
import io.pomona.api.escrow.HostLockStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.pki.SecretVault;
import io.pomona.escrow.EscrowHosts;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.CommandBody;
import io.pomona.protocol.command.Commands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Locks and erases Macs. The PIN is kept before the Mac can know it, and whoever may lock may see
 * it from then on, whatever becomes of the command.
 */
@Component(service = HostLocks.class)
public final class HostLocks {
  static final String OWNER = "escrow-lock";
  private static final Duration LIFE = Duration.ofDays(30);

  private final HostLockStore locks;
  private final LockSettlement settlement;
  private final EscrowHosts hosts;
  private final SecretVault vault;
  private final Clock clock;

  @Activate
  public HostLocks(
      @Reference HostLockStore locks,
      @Reference LockSettlement settlement,
      @Reference EscrowHosts hosts,
      @Reference SecretVault vault) {
    this(locks, settlement, hosts, vault, Clock.systemUTC());
  }

  HostLocks(
      HostLockStore locks,
      LockSettlement settlement,
      EscrowHosts hosts,
      SecretVault vault,
      Clock clock) {
    this.locks = locks;
    this.settlement = settlement;
    this.hosts = hosts;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * What was asked for.
   *
   * @param pin what undoes it
   */
  public record Asked(HostLock lock, Secret pin) {}

  /**
   * @param host that the actor may lock
   * @param seen whether the PIN will be shown with the answer
   */
  public Asked lock(Actor actor, Host host, LockScreen screen, boolean seen) {
    ChannelId device = EscrowHosts.device(host, "lock");
    Secret pin = Pin.random();
    ActivityDraft activity =
        EscrowHosts.activity(actor, "locked_host", host).with("view_pin", seen);
    CommandBody body =
        Commands.deviceLock(pin.revealText(), screen.message(), screen.phoneNumber());
    return ask(actor, host, Kind.LOCK, pin, device, body, activity);
  }

  /**
   * @param host that the actor may erase
   */
  public Asked wipe(Actor actor, Host host, Obliteration obliteration) {
    ChannelId device = EscrowHosts.device(host, "wipe");
    Secret pin = Pin.random();
    CommandBody body = Commands.eraseDevice(pin.revealText(), obliteration.keyFor(host));
    ActivityDraft activity = EscrowHosts.activity(actor, "wiped_host", host);
    return ask(actor, host, Kind.WIPE, pin, device, body, activity);
  }

  private Asked ask(
      Actor actor,
      Host host,
      Kind kind,
      Secret pin,
      ChannelId device,
      CommandBody body,
      ActivityDraft activity) {
    settlement.settle(host);
    Instant now = clock.instant();
    HostLock lock = fresh(actor, host, kind, now);
    NewCommand command = command(lock, body, now);
    Optional<HostLock> before =
        locks.begin(
            lock,
            Pin.seal(vault, pin),
            new CommandOrder(command, List.of(device)),
            activity,
            hosts.scope(actor, Permission.LOCK_HOSTS),
            now);
    before.ifPresent(
        other -> {
          throw LockWords.inTheWay(kind, other);
        });
    return new Asked(lock, pin);
  }

  private static HostLock fresh(Actor actor, Host host, Kind kind, Instant now) {
    return new HostLock(
        host.id(),
        host.facts().serialNumber(),
        host.enrolledAt().orElse(now),
        kind,
        Stage.PENDING,
        CommandUuid.random(),
        actor.name(),
        now,
        Optional.empty(),
        "");
  }

  private static NewCommand command(HostLock lock, CommandBody body, Instant now) {
    CommandUuid uuid = lock.command();
    return new NewCommand(
            uuid,
            body.requestType(),
            body.encode(uuid.value()),
            NewCommand.URGENT,
            OWNER,
            lock.requestedBy(),
            now,
            Optional.of(now.plus(LIFE)))
        .because(lock.kind() == Kind.LOCK ? "the Mac is to be locked" : "the Mac is to be erased");
  }

  /**
   * The PIN of the last one, or of this one, for a person; each look is in the feed.
   *
   * @param host that the actor may unlock
   * @throws MdmException not found when there is none
   */
  public Secret pin(Actor actor, Host host, Optional<CommandUuid> which) {
    HostLock wanted =
        history(host).stream()
            .filter(lock -> which.isEmpty() || lock.command().equals(which.get()))
            .findFirst()
            .orElseThrow(LockWords::neverLocked);
    ActivityDraft activity =
        EscrowHosts.activity(actor, "unlocked_host", host).with("host_platform", "darwin");
    return locks
        .view(wanted.command(), activity, clock.instant())
        .map(kept -> Pin.open(vault, kept))
        .orElseThrow(LockWords::neverLocked);
  }

  /** All of this Mac, newest first. */
  public List<HostLock> history(Host host) {
    return locks.history(host.id(), host.facts().serialNumber(), host.udid().orElse(""));
  }

  /** How it stands, as far as is known at this moment. */
  public Optional<HostLock> current(Host host) {
    settlement.settle(host);
    return Optional.ofNullable(locks.of(List.of(host.id())).get(host.id()));
  }
}
