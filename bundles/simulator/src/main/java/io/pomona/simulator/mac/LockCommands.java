package io.pomona.simulator.mac;

import io.pomona.simulator.mac.Carried.Aftermath;
import io.pomona.simulator.mac.command.Answer;
import io.pomona.simulator.mac.command.Command;
import io.pomona.simulator.mac.lock.ActivationLock;
import io.pomona.simulator.mac.lock.RecoveryLock;
import io.pomona.simulator.wire.Plist;
import java.util.Optional;

/** Commands that lock a Mac, or that a Mac is locked against. */
final class LockCommands {

  private static final int PIN_LENGTH = 6;

  private final MacState state;
  private final MacSetup setup;

  LockCommands(MacState state, MacSetup setup) {
    this.state = state;
    this.setup = setup;
  }

  /** Locked as soon as that was said. */
  Carried deviceLock(Command command) {
    Plist arguments = command.arguments();
    Optional<String> pin = pin(arguments);
    if (pin.isEmpty()) {
      return Carried.of(refused("A PIN of six characters is required to lock this Mac"));
    }
    String message = arguments.text("Message").orElse("");
    state.locks().lock(pin.get(), message);
    boolean shown = !message.isEmpty() || arguments.text("PhoneNumber").isPresent();
    Answer answer = shown ? Answer.acknowledged("MessageResult", "Success") : Answer.acknowledged();
    return new Carried(answer, Aftermath.LOCKED);
  }

  static Optional<String> pin(Plist arguments) {
    return arguments.text("PIN").filter(text -> text.length() == PIN_LENGTH);
  }

  Answer setRecoveryLock(Command command) {
    return new RecoveryLock(state.locks(), state.hardware()).set(command);
  }

  Answer verifyRecoveryLock(Command command) {
    return new RecoveryLock(state.locks(), state.hardware()).verify(command);
  }

  Answer bypassCode() {
    return new ActivationLock(state.locks(), setup.clock()).bypassCode(state.supervised());
  }

  Answer clearBypassCode() {
    return new ActivationLock(state.locks(), setup.clock()).clear(state.supervised());
  }

  static Answer refused(String reason) {
    return Answer.error(new ErrorItem(12078, "MCMDMErrorDomain", reason));
  }
}
