package io.pomona.escrow.recoverylock;

import io.pomona.api.escrow.RecoveryLock;
import io.pomona.api.escrow.RecoveryLock.Stage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of the passwords of a Mac opens it, as far as is known. */
final class InForce {
  private InForce() {}

  /**
   * @param history newest first
   */
  static Optional<RecoveryLock> of(List<RecoveryLock> history) {
    return Stream.of(Stage.VERIFIED, Stage.VERIFYING, Stage.UNCERTAIN, Stage.PENDING)
        .flatMap(stage -> history.stream().filter(lock -> lock.stage() == stage))
        .filter(lock -> !lock.clears())
        .findFirst();
  }

  /**
   * What to ask the Mac about when this one is not in force.
   *
   * @param unasked newest first, without those that it is being asked about
   */
  static Optional<RecoveryLock> after(RecoveryLock wrong, List<RecoveryLock> unasked) {
    return unasked.stream()
        .filter(lock -> !lock.command().equals(wrong.command()) && !lock.clears())
        .filter(lock -> lock.stage() == Stage.VERIFIED || lock.stage() == Stage.UNCERTAIN)
        .findFirst();
  }
}
