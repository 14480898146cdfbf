package io.pomona.escrow.keys;

import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandOutcomeListener;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.escrow.KeyRotation;
import io.pomona.api.escrow.KeyRotationStore;
import io.pomona.api.escrow.RecoveryKey.Source;
import io.pomona.protocol.inventory.RotateResult;
import io.pomona.protocol.inventory.SecurityInfo;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistReader;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What Macs answer to RotateFileVaultKey, and to the SecurityInfo that may follow. */
@Component
public final class RotationOutcomes implements CommandOutcomeListener {
  private final KeyRotationStore rotations;
  private final RotationProgress progress;

  @Activate
  public RotationOutcomes(
      @Reference KeyRotationStore rotations, @Reference RotationProgress progress) {
    this.rotations = rotations;
    this.progress = progress;
  }

  @Override
  public String owner() {
    return KeyReplacement.OWNER;
  }

  @Override
  public void ended(CommandOutcome outcome) {
    CommandRecord command = outcome.command();
    boolean asked = command.requestType().equals("SecurityInfo");
    Optional<KeyRotation> rotation =
        asked ? progress.underWay(command.host()) : rotations.find(command.uuid());
    rotation
        .filter(each -> !each.stage().isEnded())
        .ifPresent(
            each -> {
              if (asked) {
                said(each, outcome);
              } else {
                answered(each, outcome);
              }
            });
  }

  private void answered(KeyRotation rotation, CommandOutcome outcome) {
    if (outcome.command().state() == CommandState.ACKNOWLEDGED) {
      Optional<byte[]> key = envelope(outcome, RotateResult::encryptedNewRecoveryKey);
      key.ifPresentOrElse(
          cms -> progress.received(rotation, cms, Source.ROTATION),
          () -> progress.awaitKey(rotation, "The answer of the Mac brought no key."));
    } else {
      progress.fail(rotation, why(outcome.command()));
    }
  }

  // An answer without a new key changes nothing: the Mac is asked again until the deadline.
  private void said(KeyRotation rotation, CommandOutcome outcome) {
    envelope(outcome, report -> SecurityInfo.read(report).personalRecoveryKeyCms())
        .ifPresent(cms -> progress.received(rotation, cms, Source.SECURITY_INFO));
  }

  private static Optional<byte[]> envelope(
      CommandOutcome outcome, Function<PlistDict, Optional<byte[]>> part) {
    return outcome.answer().map(PlistReader::read).flatMap(part);
  }

  private static String why(CommandRecord command) {
    return switch (command.state()) {
      case EXPIRED -> "The Mac did not answer in time.";
      case CANCELLED -> "The command was cancelled.";
      default ->
          "The Mac refused: "
              + (command.detail().isEmpty()
                  ? "it did not say why."
                  : KeyForm.without(command.detail()));
    };
  }
}
