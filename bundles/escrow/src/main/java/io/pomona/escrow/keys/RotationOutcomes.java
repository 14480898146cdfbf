package io.pomona.escrow.keys;

import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandOutcomeListener;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.escrow.KeyRotation;
import io.pomona.api.escrow.KeyRotationStore;
import io.pomona.api.escrow.RecoveryKey.Source;
import io.pomona.escrow.HandOut;
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
  private final KeyIntake intake;
  private final HandOut handOut;

  @Activate
  public RotationOutcomes(
      @Reference KeyRotationStore rotations,
      @Reference RotationProgress progress,
      @Reference KeyIntake intake,
      @Reference HandOut handOut) {
    this.rotations = rotations;
    this.progress = progress;
    this.intake = intake;
    this.handOut = handOut;
  }

  @Override
  public String owner() {
    return KeyReplacement.OWNER;
  }

  @Override
  public void ended(CommandOutcome outcome) {
    CommandRecord command = outcome.command();
    if (command.requestType().equals("SecurityInfo")) {
      if (command.state() == CommandState.ACKNOWLEDGED) {
        said(outcome);
      }
    } else {
      rotations.find(command.uuid()).ifPresent(each -> answered(each, outcome));
    }
  }

  // Of one that has ended, too: a key that came is kept, and the rest does nothing to it.
  private void answered(KeyRotation rotation, CommandOutcome outcome) {
    CommandRecord command = outcome.command();
    if (command.state() == CommandState.ACKNOWLEDGED) {
      Optional<byte[]> key = envelope(outcome, RotateResult::encryptedNewRecoveryKey);
      key.ifPresentOrElse(
          cms -> progress.received(rotation, cms, Source.ROTATION),
          () -> progress.awaitKey(rotation, "The answer of the Mac brought no key."));
    } else if (mayHaveDoneIt(command)) {
      progress.awaitKey(rotation, why(command));
    } else {
      progress.fail(rotation, why(command));
    }
  }

  // An answer that is lost has the Mac do it again, with a key that opens nothing any more.
  private boolean mayHaveDoneIt(CommandRecord command) {
    return switch (command.state()) {
      case ERROR -> true;
      case CANCELLED, EXPIRED -> handOut.isOf(command);
      default -> false;
    };
  }

  private void said(CommandOutcome outcome) {
    Optional<byte[]> key =
        envelope(outcome, report -> SecurityInfo.read(report).personalRecoveryKeyCms());
    progress
        .underWay(outcome.command().host())
        .ifPresentOrElse(
            rotation ->
                key.ifPresentOrElse(
                    cms -> progress.received(rotation, cms, Source.SECURITY_INFO),
                    () -> progress.saidNothingNew(rotation)),
            () -> key.ifPresent(cms -> intake.keep(outcome.command(), cms)));
  }

  private static Optional<byte[]> envelope(
      CommandOutcome outcome, Function<PlistDict, Optional<byte[]>> part) {
    return outcome.answer().map(PlistReader::read).flatMap(part);
  }

  private static String why(CommandRecord command) {
    return switch (command.state()) {
      case EXPIRED -> "The Mac did not answer in time.";
      case CANCELLED -> "The command was cancelled.";
      case FORMAT_ERROR -> "The Mac could not read the command.";
      default ->
          "The Mac refused: "
              + (command.detail().isEmpty()
                  ? "it did not say why."
                  : KeyForm.without(command.detail()));
    };
  }
}
