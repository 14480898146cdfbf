package io.pomona.abm.assign;

import io.pomona.abm.AbmConfig;
import io.pomona.abm.apple.AppleRefusal;
import io.pomona.protocol.dep.AssignmentAnswer;
import io.pomona.protocol.dep.AssignmentResult;
import java.time.Duration;
import java.util.Optional;

/**
 * How long what went wrong is left alone.
 *
 * @param failed a Mac, and a profile that Apple does not take
 * @param throttled a Mac that Apple was asked for too often, where Apple names no time
 */
record Waits(Duration failed, Duration throttled) {
  private static final Duration SHORT = Duration.ofMinutes(1);
  private static final Duration LONG = Duration.ofMinutes(5);

  static Waits of(AbmConfig config) {
    return new Waits(
        Duration.ofSeconds(config.failed_wait_seconds()),
        Duration.ofSeconds(config.throttled_wait_seconds()));
  }

  Duration of(AssignmentResult result, AssignmentAnswer answer) {
    return switch (result) {
      case SUCCESS -> Duration.ZERO;
      case THROTTLED -> answer.retryAfter().orElse(throttled);
      case FAILED, NOT_ACCESSIBLE -> failed;
    };
  }

  /** For all of a token. What an admin has to mend is seen to be mended soon. */
  Duration of(AppleRefusal refusal) {
    boolean passes =
        switch (refusal.kind()) {
          case THROTTLED, UNAVAILABLE -> true;
          default -> false;
        };
    Optional<Duration> asked = refusal.retryAfter();
    return asked.orElse(passes ? SHORT : LONG);
  }
}
