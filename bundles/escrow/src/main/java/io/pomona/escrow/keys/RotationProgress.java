package io.pomona.escrow.keys;

import io.pomona.api.Secret;
import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.escrow.KeyRotation;
import io.pomona.api.escrow.KeyRotation.Stage;
import io.pomona.api.escrow.KeyRotationStore;
import io.pomona.api.escrow.NewKeyRotation;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.escrow.RecoveryKey.Source;
import io.pomona.api.escrow.RecoveryKeyStore;
import io.pomona.api.escrow.SealedKey;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.pki.SecretVault;
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

/**
 * How the replacement of a recovery key goes on. It is done when a key that opens has come that is
 * another than before, by whichever way; until then the old one stays.
 */
@Component(service = RotationProgress.class, configurationPid = EscrowConfig.PID)
public final class RotationProgress {
  private static final Logger LOG = LoggerFactory.getLogger(RotationProgress.class);
  private static final Duration ASK_AGAIN = Duration.ofDays(1);

  private final KeyRotationStore rotations;
  private final RecoveryKeyStore keys;
  private final HostStore hosts;
  private final CommandHistoryStore commands;
  private final KeyOpening opening;
  private final KeyIntake intake;
  private final KeySeals seals;
  private final Duration untilAsked;
  private final Clock clock;

  @Activate
  public RotationProgress(
      @Reference KeyRotationStore rotations,
      @Reference RecoveryKeyStore keys,
      @Reference HostStore hosts,
      @Reference CommandHistoryStore commands,
      @Reference KeyOpening opening,
      @Reference KeyIntake intake,
      @Reference SecretVault vault,
      EscrowConfig config) {
    this(
        rotations,
        keys,
        hosts,
        commands,
        opening,
        intake,
        vault,
        Duration.ofMinutes(Math.max(0, config.rotate_ask_minutes())),
        Clock.systemUTC());
  }

  RotationProgress(
      KeyRotationStore rotations,
      RecoveryKeyStore keys,
      HostStore hosts,
      CommandHistoryStore commands,
      KeyOpening opening,
      KeyIntake intake,
      SecretVault vault,
      Duration untilAsked,
      Clock clock) {
    this.rotations = rotations;
    this.keys = keys;
    this.hosts = hosts;
    this.commands = commands;
    this.opening = opening;
    this.intake = intake;
    this.seals = new KeySeals(vault);
    this.untilAsked = untilAsked;
    this.clock = clock;
  }

  Optional<KeyRotation> underWay(HostId id) {
    return hosts.find(id).flatMap(this::underWay);
  }

  Optional<KeyRotation> underWay(Host host) {
    return rotations.history(host.facts().serialNumber()).stream()
        .filter(each -> host.udid().filter(each.wanted().device().device()::equals).isPresent())
        .filter(each -> !each.stage().isEnded())
        .findFirst();
  }

  /**
   * A Mac has sent a key. What does not open is kept as well; perhaps SecurityInfo has more. One
   * that comes after the end opens the disk nevertheless.
   */
  void received(KeyRotation rotation, byte[] cms, Source source) {
    if (rotation.stage().isEnded()) {
      intake.keep(rotation.wanted(), cms, source);
      return;
    }
    NewRecoveryKey key = opened(rotation.wanted(), cms, source);
    if (key.unreadable().isPresent()) {
      keys.add(key, List.of(), clock.instant());
      awaitKey(rotation, "A key came that cannot be opened. " + key.unreadable().get());
    } else if (!isAsBefore(rotation.wanted(), key)) {
      done(rotation, Optional.of(key));
    } else if (source == Source.SECURITY_INFO) {
      saidNothingNew(rotation);
    } else {
      awaitKey(rotation, "The Mac still has the key that was to be replaced.");
    }
  }

  private NewRecoveryKey opened(NewKeyRotation wanted, byte[] cms, Source source) {
    return opening
        .open(cms)
        .of(
            wanted.host(),
            wanted.serialNumber(),
            wanted.device().device(),
            wanted.enrolledAt(),
            source);
  }

  /**
   * What the Mac says of its disk holds no other key than before. That of one which refused proves
   * that it made none; any other is asked again until the deadline.
   */
  void saidNothingNew(KeyRotation rotation) {
    boolean refused =
        commands
            .find(rotation.command(), rotation.wanted().device())
            .map(CommandRecord::state)
            .filter(state -> state.isEnded() && state != CommandState.ACKNOWLEDGED)
            .isPresent();
    if (refused) {
      fail(rotation, rotation.detail());
    }
  }

  private boolean isAsBefore(NewKeyRotation wanted, NewRecoveryKey key) {
    Optional<Secret> before = keys.sealed(wanted.replaces()).map(seals::open);
    SealedKey sealed = new SealedKey(wanted.replaces(), key.generation().get(), key.sealed().get());
    return before.equals(Optional.of(seals.open(sealed)));
  }

  /** Asks for the key by SecurityInfo, in a while. */
  void awaitKey(KeyRotation rotation, String why) {
    if (rotation.stage() == Stage.SENT) {
      Instant now = clock.instant();
      rotations.await(rotation.id(), why, now.plus(untilAsked), List.of(), now);
    }
  }

  /** Does what is due: gives up, or asks. */
  void goOn(KeyRotation rotation) {
    Instant now = clock.instant();
    if (hasNewKey(rotation)) {
      done(rotation, Optional.empty());
    } else if (!now.isBefore(rotation.wanted().deadline())) {
      fail(
          rotation,
          rotation.detail().isEmpty() ? "The Mac did not answer in time." : rotation.detail());
    } else {
      ask(rotation, now);
    }
  }

  private void ask(KeyRotation rotation, Instant now) {
    NewKeyRotation wanted = rotation.wanted();
    Instant again = now.plus(ASK_AGAIN);
    Instant next = again.isBefore(wanted.deadline()) ? again : wanted.deadline();
    CommandOrder order = KeyQuestion.order(wanted, now, next);
    rotations.await(rotation.id(), rotation.detail(), next, List.of(order), now);
  }

  // It may have come with a report that somebody else asked for.
  private boolean hasNewKey(KeyRotation rotation) {
    NewKeyRotation wanted = rotation.wanted();
    return keys.current(wanted.serialNumber(), wanted.device().device())
        .map(RecoveryKey::id)
        .filter(id -> id.value() > wanted.replaces().value())
        .isPresent();
  }

  private void done(KeyRotation rotation, Optional<NewRecoveryKey> key) {
    if (rotations.end(
        rotation.id(),
        Stage.DONE,
        "",
        key,
        activity(rotation, "rotated_disk_encryption_key"),
        clock.instant())) {
      LOG.info("Mac {} has a new recovery key", rotation.wanted().device());
    } else {
      // Somebody else ended it meanwhile; the key counts all the same.
      key.ifPresent(it -> keys.add(it, List.of(), clock.instant()));
    }
  }

  /**
   * @param why a sentence without a secret
   */
  void fail(KeyRotation rotation, String why) {
    if (hasNewKey(rotation)) {
      done(rotation, Optional.empty());
      return;
    }
    ActivityDraft failed =
        activity(rotation, "failed_to_rotate_disk_encryption_key").with("detail", why);
    if (rotations.end(
        rotation.id(), Stage.FAILED, why, Optional.empty(), failed, clock.instant())) {
      LOG.info("Mac {} keeps its recovery key: {}", rotation.wanted().device(), why);
    }
  }

  private ActivityDraft activity(KeyRotation rotation, String type) {
    NewKeyRotation wanted = rotation.wanted();
    return ActivityDraft.of(wanted.requestedBy(), type)
        .with("host_id", wanted.host().value())
        .with("host_serial", wanted.serialNumber())
        .with(
            "host_display_name",
            hosts.find(wanted.host()).map(Host::displayName).orElse(wanted.serialNumber()));
  }
}
