package io.pomona.escrow.keys;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.escrow.RecoveryKeyId;
import io.pomona.api.escrow.RecoveryKeyStore;
import io.pomona.api.escrow.SealedKey;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.pki.SecretVault;
import io.pomona.escrow.EscrowConfig;
import io.pomona.escrow.EscrowHosts;
import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Shows recovery keys, to whom may see them and never without an activity. */
@Component(service = KeyDisclosure.class, configurationPid = EscrowConfig.PID)
@Designate(ocd = EscrowConfig.class)
public final class KeyDisclosure {
  private final RecoveryKeyStore keys;
  private final KeyHistory history;
  private final HostStore hosts;
  private final EscrowHosts named;
  private final KeySeals seals;
  private final Permission permission;
  private final Clock clock;

  @Activate
  public KeyDisclosure(
      @Reference RecoveryKeyStore keys,
      @Reference KeyHistory history,
      @Reference HostStore hosts,
      @Reference Access access,
      @Reference SecretVault vault,
      EscrowConfig config) {
    this(keys, history, hosts, access, vault, config.observers_view_keys(), Clock.systemUTC());
  }

  KeyDisclosure(
      RecoveryKeyStore keys,
      KeyHistory history,
      HostStore hosts,
      Access access,
      SecretVault vault,
      boolean toObservers,
      Clock clock) {
    this.keys = keys;
    this.history = history;
    this.hosts = hosts;
    this.named = new EscrowHosts(hosts, access);
    this.seals = new KeySeals(vault);
    this.permission = toObservers ? Permission.VIEW_RECOVERY_KEYS : Permission.VIEW_DEVICE_SECRETS;
    this.clock = clock;
  }

  /** Whether the actor may see the keys of this host. */
  public boolean allows(Actor actor, Host host) {
    return named.scope(actor, permission).includes(host.team());
  }

  /** A key that somebody sees now. */
  public record ShownKey(RecoveryKey key, Secret secret) {}

  /**
   * The current key of a host.
   *
   * @throws MdmException not found {@code escrow.no_key} with the reason
   */
  public ShownKey ofHost(Actor actor, HostId id) {
    return current(actor, named.require(actor, permission, id));
  }

  /**
   * @param name UDID, serial number, name or number
   */
  public ShownKey ofHost(Actor actor, String name) {
    return current(actor, named.require(actor, permission, name));
  }

  private ShownKey current(Actor actor, Host host) {
    RecoveryKey current =
        history
            .current(host)
            .orElseThrow(() -> MdmException.notFound("escrow.no_key", history.whyNone(host)));
    return show(actor, current, Optional.of(host));
  }

  /** One of all keys, of a Mac that is gone too. */
  public ShownKey byId(Actor actor, RecoveryKeyId id) {
    RecoveryKey key = history.require(actor, id);
    return show(actor, key, hosts.find(key.host()));
  }

  // Opened before it is noted, so that the feed tells of nothing that nobody saw.
  private ShownKey show(Actor actor, RecoveryKey key, Optional<Host> host) {
    SealedKey sealed = keys.sealed(key.id()).orElseThrow(() -> unreadable(key));
    Secret secret = seals.open(sealed);
    keys.view(key.id(), read(actor, key, host), clock.instant()).orElseThrow(() -> unreadable(key));
    return new ShownKey(key, secret);
  }

  private static ActivityDraft read(Actor actor, RecoveryKey key, Optional<Host> host) {
    return ActivityDraft.of(actor, "read_host_disk_encryption_key")
        .with("host_id", host.map(Host::id).orElse(key.host()).value())
        .with("host_serial", key.serialNumber())
        .with("host_display_name", host.map(Host::displayName).orElse(key.serialNumber()));
  }

  private static MdmException unreadable(RecoveryKey key) {
    return MdmException.notFound(
        "escrow.no_key", "This recovery key cannot be shown. " + key.unreadable().orElse(""));
  }
}
