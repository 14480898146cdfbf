package io.pomona.api.apns;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a push.
 *
 * @param reason Apple's word, or ours in plain words when Apple was not reached
 * @param retryAfter how long Apple asks to wait
 * @param since when the token ended, for {@link Outcome#UNREGISTERED}
 */
public record PushVerdict(
    Outcome outcome, String reason, Optional<Duration> retryAfter, Optional<Instant> since) {

  /** Coarse outcome: what to do next. */
  public enum Outcome {
    ACCEPTED,
    /** The token is no longer valid unless a TokenUpdate came after {@code since}. */
    UNREGISTERED,
    /** The token is wrong; no push until the next TokenUpdate. */
    BAD_TOKEN,
    /** Too many: try later. */
    THROTTLED,
    /** Apple or the network is out of order: try later. */
    UNAVAILABLE,
    /** Something is wrong with our certificate or request: an operator must act; try later. */
    REFUSED,
    /** There is no valid push certificate: everything waits. */
    NO_CERTIFICATE
  }

  public static PushVerdict of(Outcome outcome, String reason) {
    return new PushVerdict(outcome, reason, Optional.empty(), Optional.empty());
  }
}
