package io.pomona.api.escrow;

import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A recovery lock password that was made for a Mac with Apple silicon, without the password. Kept
 * for ever: an answer may be lost, and then an older one may be in force.
 *
 * @param command the SetRecoveryLock that sets it; by this it is called
 * @param clears whether it is the empty password, which takes the lock off
 * @param check the VerifyRecoveryLock that is on its way
 * @param checkedAt when the Mac last said whether it is in force
 * @param viewedAt when somebody was last shown it
 * @param detail why it is so and what comes next, in a sentence; may be empty text
 */
public record RecoveryLock(
    CommandUuid command,
    HostId host,
    String serialNumber,
    Instant enrolledAt,
    boolean clears,
    Stage stage,
    Optional<CommandUuid> check,
    String requestedBy,
    Instant requestedAt,
    Optional<Instant> checkedAt,
    Optional<Instant> viewedAt,
    String detail) {

  /** How far it is. */
  public enum Stage {
    /** On its way to the Mac. */
    PENDING,
    /** The Mac took it, or may have; it is being asked whether it is in force. */
    VERIFYING,
    /** The Mac said that it is in force. */
    VERIFIED,
    /** The Mac took the empty password. */
    CLEARED,
    /** Whether it is in force could not be found out. */
    UNCERTAIN,
    /** The Mac refused it, or said that it is not in force. */
    FAILED,
    /** Another one is in force since. */
    REPLACED;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the next one has to wait. */
    public boolean isUnderWay() {
      return this == PENDING || this == VERIFYING;
    }

    /** Whether it can be the password that is in force. */
    public boolean mayBeInForce() {
      return this != FAILED && this != REPLACED && this != CLEARED;
    }
  }

  /** The same at another stage. */
  public RecoveryLock at(Stage next, String words) {
    return with(next, check, checkedAt, viewedAt, words);
  }

  /** The same after somebody was shown it. */
  public RecoveryLock viewed(Instant at) {
    return with(stage, check, checkedAt, Optional.of(at), detail);
  }

  /** The same with a check on its way. */
  public RecoveryLock checking(Stage next, CommandUuid by, String words) {
    return with(next, Optional.of(by), checkedAt, viewedAt, words);
  }

  /** The same after an answer to its check. */
  public RecoveryLock checked(Stage next, Instant at, String words) {
    return with(next, Optional.empty(), Optional.of(at), viewedAt, words);
  }

  private RecoveryLock with(
      Stage next,
      Optional<CommandUuid> by,
      Optional<Instant> checked,
      Optional<Instant> viewed,
      String words) {
    return new RecoveryLock(
        command,
        host,
        serialNumber,
        enrolledAt,
        clears,
        next,
        by,
        requestedBy,
        requestedAt,
        checked,
        viewed,
        words);
  }
}
