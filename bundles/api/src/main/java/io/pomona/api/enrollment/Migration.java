package io.pomona.api.enrollment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A Mac on its way from another MDM.
 *
 * @param steps all of them
 * @param archivedAt when it was taken off the board as done
 */
public record Migration(
    Host host,
    MigrationMarks marks,
    Map<MigrationStep, MigrationState> steps,
    Instant addedAt,
    Optional<Instant> archivedAt) {
  public MigrationState state(MigrationStep step) {
    return steps.get(step);
  }

  /** Whether it is enrolled here and its disk can be opened. */
  public boolean isDone() {
    return state(MigrationStep.ENROLLED).isSettled()
        && state(MigrationStep.KEY_ESCROWED).isSettled();
  }
}
