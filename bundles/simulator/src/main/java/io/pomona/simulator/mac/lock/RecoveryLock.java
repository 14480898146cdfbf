package io.pomona.simulator.mac.lock;

import io.pomona.simulator.mac.ErrorItem;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.command.Answer;
import io.pomona.simulator.mac.command.Command;
import io.pomona.simulator.wire.Plist;
import java.util.Optional;

/** SetRecoveryLock and VerifyRecoveryLock: for Apple silicon, since macOS 11.5. */
public final class RecoveryLock {

  private final Locks locks;
  private final MacHardware mac;

  public RecoveryLock(Locks locks, MacHardware mac) {
    this.locks = locks;
    this.mac = mac;
  }

  /** An empty password takes the lock off; whoever changes it knows the one before. */
  public Answer set(Command command) {
    Plist arguments = command.arguments();
    Optional<String> next = arguments.text("NewPassword");
    if (next.isEmpty()) {
      return missing("NewPassword", command);
    } else if (!supported()) {
      return unsupported();
    } else if (!knowsPresent(arguments.text("CurrentPassword"))) {
      return Answer.error(ErrorItem.mdmClient(12084, "The current password is incorrect"));
    }
    locks.recoveryPassword(next.get());
    return Answer.acknowledged();
  }

  private boolean knowsPresent(Optional<String> claimed) {
    Optional<String> present = locks.recoveryPassword();
    return present.isEmpty() || present.equals(claimed);
  }

  public Answer verify(Command command) {
    Optional<String> password = command.arguments().text("Password");
    if (password.isEmpty()) {
      return missing("Password", command);
    } else if (!supported()) {
      return unsupported();
    }
    boolean verified = locks.recoveryPassword().equals(password);
    return Answer.acknowledged("PasswordVerified", verified);
  }

  private boolean supported() {
    return mac.appleSilicon() && mac.atLeast(11, 5);
  }

  private static Answer unsupported() {
    return Answer.error(
        ErrorItem.mdmClient(12083, "Recovery Lock is for Macs with Apple silicon only"));
  }

  private static Answer missing(String key, Command command) {
    return Answer.formatError(
        ErrorItem.mdmClient(97, "No '" + key + "' in '" + command.requestType() + "' command"));
  }
}
