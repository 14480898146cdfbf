package io.pomona.escrow.keys;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.escrow.EscrowCertificate;
import io.pomona.api.escrow.EscrowCertificateStore;
import io.pomona.api.escrow.KeyRotation;
import io.pomona.api.escrow.KeyRotation.Cause;
import io.pomona.api.escrow.KeyRotationStore;
import io.pomona.api.escrow.NewKeyRotation;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.escrow.RecoveryKeyStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.pki.SecretVault;
import io.pomona.escrow.EscrowHosts;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.Commands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Begins to replace recovery keys: a Mac makes a new one for who has the present one. */
@Component(service = KeyReplacement.class)
public final class KeyReplacement {
  static final String OWNER = "escrow-rotation";

  /** For Macs that are away. */
  static final Duration PATIENCE = Duration.ofDays(30);

  /** For what a Mac has to say that fetched the command and was not heard of. */
  static final Duration AFTERWARDS = Duration.ofDays(7);

  private final RecoveryKeyStore keys;
  private final KeyRotationStore rotations;
  private final EscrowCertificateStore certificates;
  private final KeyHistory history;
  private final HostStore hosts;
  private final EscrowHosts named;
  private final KeySeals seals;
  private final Clock clock;

  @Activate
  public KeyReplacement(
      @Reference RecoveryKeyStore keys,
      @Reference KeyRotationStore rotations,
      @Reference EscrowCertificateStore certificates,
      @Reference KeyHistory history,
      @Reference HostStore hosts,
      @Reference Access access,
      @Reference SecretVault vault) {
    this(keys, rotations, certificates, history, hosts, access, vault, Clock.systemUTC());
  }

  KeyReplacement(
      RecoveryKeyStore keys,
      KeyRotationStore rotations,
      EscrowCertificateStore certificates,
      KeyHistory history,
      HostStore hosts,
      Access access,
      SecretVault vault,
      Clock clock) {
    this.keys = keys;
    this.rotations = rotations;
    this.certificates = certificates;
    this.history = history;
    this.hosts = hosts;
    this.named = new EscrowHosts(hosts, access);
    this.seals = new KeySeals(vault);
    this.clock = clock;
  }

  /**
   * Begins it for somebody.
   *
   * @throws MdmException conflict {@code escrow.cannot_rotate} with the reason, or what {@link
   *     KeyRotationStore#begin} throws
   */
  public KeyRotation request(Actor actor, HostId id) {
    return request(actor, named.require(actor, Permission.ROTATE_DEVICE_SECRETS, id));
  }

  /**
   * @param name UDID, serial number, name or number
   */
  public KeyRotation request(Actor actor, String name) {
    return request(actor, named.require(actor, Permission.ROTATE_DEVICE_SECRETS, name));
  }

  private KeyRotation request(Actor actor, Host host) {
    RecoveryKey current = history.current(host).orElseThrow(() -> cannot(history.whyNone(host)));
    return begin(host, current, Cause.REQUEST, actor);
  }

  /** Begins it without anybody asking, where the Mac is still there. */
  Optional<KeyRotation> begin(RecoveryKey key, Cause cause) {
    return hosts
        .findByIdentifier(key.udid(), TeamScope.everywhere())
        .map(host -> begin(host, key, cause, Actor.system()));
  }

  private KeyRotation begin(Host host, RecoveryKey key, Cause cause, Actor actor) {
    if (!host.mdm().isOn() || host.udid().isEmpty()) {
      throw cannot("MDM is off for this Mac.");
    }
    EscrowCertificate certificate =
        certificates
            .current()
            .orElseThrow(
                () -> cannot("There is no escrow certificate; turn disk encryption on first."));
    Instant now = clock.instant();
    NewKeyRotation wanted =
        new NewKeyRotation(
            host.id(),
            key.serialNumber(),
            ChannelId.device(host.udid().get()),
            host.enrolledAt().orElse(now),
            key.id(),
            certificate.id(),
            cause,
            actor,
            now.plus(PATIENCE).plus(AFTERWARDS));
    return rotations.begin(wanted, order(wanted, certificate, now), now);
  }

  private CommandOrder order(NewKeyRotation wanted, EscrowCertificate certificate, Instant now) {
    Secret present =
        seals.open(
            keys.sealed(wanted.replaces())
                .orElseThrow(() -> cannot("The present key does not open.")));
    CommandUuid uuid = CommandUuid.random();
    NewCommand command =
        new NewCommand(
            uuid,
            "RotateFileVaultKey",
            Commands.rotateFileVaultKey(present.revealText(), certificate.certificate())
                .encode(uuid.value()),
            NewCommand.ROUTINE,
            OWNER,
            wanted.requestedBy().name(),
            now,
            Optional.of(now.plus(PATIENCE)));
    return new CommandOrder(command.because(reason(wanted.cause())), List.of(wanted.device()));
  }

  private static String reason(Cause cause) {
    return switch (cause) {
      case REQUEST -> "new recovery key, as asked for";
      case SCHEDULE -> "new recovery key in place of an old one";
      case VIEW -> "new recovery key in place of one that somebody saw";
    };
  }

  private static MdmException cannot(String reason) {
    return MdmException.conflict("escrow.cannot_rotate", "Cannot rotate. " + reason);
  }
}
