package io.pomona.escrow.recoverylock;

import io.pomona.api.Secret;
import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandOutcomeListener;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.escrow.RecoveryLock;
import io.pomona.api.escrow.RecoveryLock.Stage;
import io.pomona.api.escrow.RecoveryLockStore;
import io.pomona.api.pki.SecretVault;
import io.pomona.escrow.HandOut;
import io.pomona.protocol.plist.MalformedPlistException;
import io.pomona.protocol.plist.PlistReader;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Macs answer about their recovery lock. An error does not prove that a password was not set:
 * a Mac that gets a command again, because its answer was lost, refuses it since the password
 * before is not in force any more. So the Mac is asked.
 */
@Component
public final class RecoveryLockOutcomes implements CommandOutcomeListener {
  private static final Logger LOG = LoggerFactory.getLogger(RecoveryLockOutcomes.class);

  private final RecoveryLockStore locks;
  private final HostStore hosts;
  private final SecretVault vault;
  private final HandOut handOut;
  private final Checks checks;

  @Activate
  public RecoveryLockOutcomes(
      @Reference RecoveryLockStore locks,
      @Reference HostStore hosts,
      @Reference SecretVault vault,
      @Reference HandOut handOut,
      @Reference CommandHistoryStore commands) {
    this.locks = locks;
    this.hosts = hosts;
    this.vault = vault;
    this.handOut = handOut;
    this.checks = new Checks(commands);
  }

  @Override
  public String owner() {
    return RecoveryLockOrders.OWNER;
  }

  @Override
  public void ended(CommandOutcome outcome) {
    CommandRecord command = outcome.command();
    locks
        .find(command.uuid())
        .ifPresent(
            lock -> {
              if (lock.check().equals(Optional.of(command.uuid()))) {
                checked(lock, outcome);
              } else if (lock.stage() == Stage.PENDING) {
                set(lock, command);
              }
            });
  }

  private void set(RecoveryLock lock, CommandRecord command) {
    boolean taken = command.state() == CommandState.ACKNOWLEDGED;
    if (taken && lock.clears()) {
      save(lock.at(Stage.CLEARED, ""), lock, List.of(), command);
    } else if (taken) {
      ask(lock, Stage.VERIFYING, command, "");
    } else if (mayHaveTaken(command)) {
      doubt(lock, command);
    } else {
      save(lock.at(Stage.FAILED, why(command)), lock, List.of(), command);
    }
  }

  private boolean mayHaveTaken(CommandRecord command) {
    return command.state() == CommandState.ERROR || handOut.isOf(command);
  }

  private void doubt(RecoveryLock lock, CommandRecord command) {
    if (lock.clears()) {
      askOlder(lock, command);
      save(lock.at(Stage.FAILED, why(command)), lock, List.of(), command);
    } else {
      ask(lock, Stage.VERIFYING, command, why(command));
    }
  }

  /** Without MDM nobody can be asked; then it stays open which password is in force. */
  private void ask(RecoveryLock lock, Stage stage, CommandRecord command, String words) {
    if (hosts.find(lock.host()).map(Host::mdm).filter(mdm -> mdm.isOn()).isEmpty()) {
      String open = words.isEmpty() ? "MDM is off, so the Mac cannot be asked." : words;
      save(lock.at(Stage.UNCERTAIN, open), lock, List.of(), command);
      return;
    }
    CommandUuid uuid = CommandUuid.random();
    Secret password = RecoveryPassword.open(vault, locks.sealed(lock.command()).orElseThrow());
    CommandOrder order =
        RecoveryLockOrders.verify(
            uuid,
            command.channel().deviceChannel(),
            password,
            lock.requestedBy(),
            command.updatedAt());
    save(lock.checking(stage, uuid, words), lock, List.of(order), command);
  }

  private void checked(RecoveryLock lock, CommandOutcome outcome) {
    CommandRecord command = outcome.command();
    Optional<Boolean> inForce =
        command.state() == CommandState.ACKNOWLEDGED
            ? outcome.answer().flatMap(RecoveryLockOutcomes::verdict)
            : Optional.empty();
    if (inForce.isEmpty()) {
      Stage stage = lock.stage() == Stage.VERIFYING ? Stage.UNCERTAIN : lock.stage();
      String words = "Whether it is in force could not be found out. " + why(command);
      save(lock.checked(stage, command.updatedAt(), words), lock, List.of(), command);
    } else if (inForce.get()) {
      save(lock.checked(Stage.VERIFIED, command.updatedAt(), ""), lock, List.of(), command);
    } else {
      askOlder(lock, command);
      String words = "The Mac says that this is not its password. " + lock.detail();
      RecoveryLock wrong = lock.checked(Stage.FAILED, command.updatedAt(), words.strip());
      save(wrong, lock, List.of(), command);
    }
  }

  /** First, so that after a crash between the two it is not asked twice but once. */
  private void askOlder(RecoveryLock wrong, CommandRecord command) {
    List<RecoveryLock> history =
        locks.history(wrong.host(), wrong.serialNumber(), command.channel().device());
    InForce.after(wrong, history.stream().filter(lock -> !checks.isUnderWay(lock)).toList())
        .ifPresent(older -> ask(older, older.stage(), command, older.detail()));
  }

  private void save(
      RecoveryLock after, RecoveryLock before, List<CommandOrder> orders, CommandRecord command) {
    if (locks.save(after, before.stage(), orders, command.updatedAt())) {
      LOG.info("Recovery lock {} is {}", after.command().value(), after.stage());
    }
  }

  private static Optional<Boolean> verdict(byte[] answer) {
    try {
      return PlistReader.read(answer).bool("PasswordVerified");
    } catch (MalformedPlistException e) {
      LOG.info("An answer to VerifyRecoveryLock cannot be read");
      return Optional.empty();
    }
  }

  private static String why(CommandRecord command) {
    return switch (command.state()) {
      case ERROR -> "The Mac reported an error: " + command.detail();
      case CANCELLED -> "The command was cancelled.";
      case EXPIRED -> "The Mac did not answer in time.";
      case ACKNOWLEDGED -> "The Mac's answer cannot be read.";
      default -> "The Mac could not read the command.";
    };
  }
}
