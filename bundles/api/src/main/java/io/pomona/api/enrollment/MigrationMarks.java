package io.pomona.api.enrollment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What people say of a Mac that comes from another MDM. Nothing here is guessed.
 *
 * @param oldMdm the name of the MDM that it comes from; empty text where nobody has said
 * @param answered when and by whom the answer to a question was last changed; none while it is not
 *     known
 */
public record MigrationMarks(
    String oldMdm,
    Way way,
    Optional<Mark> leftOldMdm,
    Optional<Mark> userTold,
    Answer userIsAdmin,
    Answer activationLockOff,
    Map<Question, Mark> answered) {
  /** Nothing was said yet. */
  public static final MigrationMarks NONE =
      new MigrationMarks(
          "",
          Way.UNKNOWN,
          Optional.empty(),
          Optional.empty(),
          Answer.UNKNOWN,
          Answer.UNKNOWN,
          Map.of());

  /** What people answer, beside what was done. */
  public enum Question {
    OLD_MDM,
    WAY,
    USER_IS_ADMIN,
    ACTIVATION_LOCK_OFF
  }

  /** How it is to enroll. */
  public enum Way {
    UNKNOWN,
    AUTOMATIC,
    MANUAL
  }

  /** An answer to a question. */
  public enum Answer {
    UNKNOWN,
    YES,
    NO
  }

  /**
   * That something was done.
   *
   * @param by the name of who said so
   */
  public record Mark(Instant at, String by) {}
}
