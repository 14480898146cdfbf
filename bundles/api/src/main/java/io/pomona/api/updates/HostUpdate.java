package io.pomona.api.updates;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a Mac is with regard to the macOS that its team requires.
 *
 * @param version what it runs, empty where it has not said
 * @param requiredVersion empty where nothing is required
 * @param deadline the instant by which it is required
 * @param localDeadline the same on the clock of the wall, as a declaration has it
 * @param detail in a sentence: what the Mac reported last, or why it is not supported
 */
public record HostUpdate(
    Optional<String> version,
    Optional<String> requiredVersion,
    Optional<Instant> deadline,
    Optional<LocalDateTime> localDeadline,
    State state,
    Way way,
    String detail) {

  /** How far it is. */
  public enum State {
    /** Nothing is required. */
    NONE,
    UP_TO_DATE,
    /** Older than required; the deadline is to come. */
    PENDING,
    /** Older than required; the deadline has passed. */
    OVERDUE,
    /** The Mac reported that it could not install it. */
    FAILED,
    /** The Mac does not know any way: older than macOS 12, or not enrolled. */
    UNSUPPORTED,
    /** The Mac has not said which version it runs. */
    UNKNOWN;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How it is enforced. */
  public enum Way {
    NONE,
    DECLARATION,
    NUDGE;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
