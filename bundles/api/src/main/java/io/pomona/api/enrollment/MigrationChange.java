package io.pomona.api.enrollment;

import io.pomona.api.enrollment.MigrationMarks.Answer;
import io.pomona.api.enrollment.MigrationMarks.Way;
import java.util.Optional;

/**
 * Marks to be set; what is empty stays as it is.
 *
 * @param oldMdm empty text takes the name back
 * @param leftOldMdm true keeps the time of a mark that is there, false takes it back
 * @param userTold the same
 * @param archived whether it is off the board
 */
public record MigrationChange(
    Optional<String> oldMdm,
    Optional<Way> way,
    Optional<Boolean> leftOldMdm,
    Optional<Boolean> userTold,
    Optional<Answer> userIsAdmin,
    Optional<Answer> activationLockOff,
    Optional<Boolean> archived) {
  public static final MigrationChange NONE =
      new MigrationChange(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** That the user of a Mac was told, as who sends them the way in says. */
  public static MigrationChange told() {
    return new MigrationChange(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(true),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether nothing is to be changed. */
  public boolean isNone() {
    return equals(NONE);
  }
}
