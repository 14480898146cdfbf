package io.pomona.api.enrollment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A Mac on its way from another MDM.
 *
 * @param steps all of them
 * @param reported what is known of it beyond the steps
 * @param archivedAt when it was taken off the board as done
 */
public record Migration(
    Host host,
    MigrationMarks marks,
    Map<MigrationStep, MigrationState> steps,
    Reported reported,
    Instant addedAt,
    Optional<Instant> archivedAt) {
  /**
   * What Apple and the Mac have said. Of a Mac that is not enrolled nothing counts that it said.
   *
   * @param gone whether Apple does not show it any more, which may mean that it is assigned no more
   * @param lock whether it said if Activation Lock is on
   * @param unencrypted whether it said that its disk is not encrypted
   */
  public record Reported(boolean gone, boolean lock, boolean unencrypted) {}

  public MigrationState state(MigrationStep step) {
    return steps.get(step);
  }

  /** Whether it is enrolled here and its disk can be opened. */
  public boolean isDone() {
    return state(MigrationStep.ENROLLED).isSettled()
        && state(MigrationStep.KEY_ESCROWED).isSettled();
  }
}
