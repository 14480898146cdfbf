package io.pomona.escrow.lock;

import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandOutcomeListener;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.escrow.HostLock;
import io.pomona.api.escrow.HostLock.Kind;
import io.pomona.api.escrow.HostLock.Stage;
import io.pomona.api.escrow.HostLockStore;
import io.pomona.escrow.HandOut;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Macs answer to being locked and erased. */
@Component
public final class LockOutcomes implements CommandOutcomeListener {
  private static final Logger LOG = LoggerFactory.getLogger(LockOutcomes.class);

  private final HostLockStore locks;
  private final HandOut handOut;

  @Activate
  public LockOutcomes(@Reference HostLockStore locks, @Reference HandOut handOut) {
    this.locks = locks;
    this.handOut = handOut;
  }

  @Override
  public String owner() {
    return HostLocks.OWNER;
  }

  @Override
  public void ended(CommandOutcome outcome) {
    CommandRecord command = outcome.command();
    locks
        .find(command.uuid())
        .filter(lock -> lock.stage() == Stage.PENDING)
        .ifPresent(lock -> end(lock, command));
  }

  private void end(HostLock lock, CommandRecord command) {
    HostLock after = after(lock, command);
    if (locks.save(after, Stage.PENDING)) {
      LOG.info("{} {} is {}", lock.kind(), command.uuid().value(), after.stage());
    }
  }

  private HostLock after(HostLock lock, CommandRecord command) {
    return switch (command.state()) {
      case ACKNOWLEDGED -> of(lock, Stage.DONE, command, "");
      case ERROR -> refused(lock, command);
      case CANCELLED -> unanswered(lock, command, "It was cancelled.");
      case EXPIRED -> unanswered(lock, command, "The Mac did not fetch or answer it in time.");
      default -> of(lock, Stage.FAILED, command, "The Mac could not read the command.");
    };
  }

  /** Whoever cannot erase all content and settings says so, and may obliterate the disk then. */
  private HostLock refused(HostLock lock, CommandRecord command) {
    String said = "The Mac reported an error: " + command.detail();
    return lock.kind() == Kind.LOCK
        ? of(lock, Stage.FAILED, command, said)
        : of(lock, Stage.UNCERTAIN, command, sentence(said) + LockWords.MAY_BE_ERASED);
  }

  private HostLock unanswered(HostLock lock, CommandRecord command, String why) {
    if (!handOut.isOf(command)) {
      return of(lock, Stage.FAILED, command, why);
    }
    return lock.kind() == Kind.LOCK
        ? of(lock, Stage.FAILED, command, why + LockWords.MAY_BE_LOCKED)
        : of(lock, Stage.UNCERTAIN, command, why + LockWords.MAY_BE_ERASED);
  }

  private static HostLock of(HostLock lock, Stage stage, CommandRecord command, String detail) {
    return Stages.of(lock, stage, Optional.of(command.updatedAt()), detail);
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
