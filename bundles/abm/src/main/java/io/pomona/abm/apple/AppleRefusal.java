package io.pomona.abm.apple;

import java.time.Duration;
import java.util.Optional;

/** A call that Apple did not answer as asked. */
public final class AppleRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final transient Optional<Duration> retryAfter;

  /** What to do about it. */
  public enum Kind {
    /** An admin has to accept new terms in ABM. */
    TERMS_NOT_SIGNED,
    /** The token has ended, or the password of who downloaded it was changed. */
    TOKEN_REJECTED,
    ACCESS_DENIED,
    EXPIRED_CURSOR,
    EXHAUSTED_CURSOR,
    INVALID_CURSOR,
    PROFILE_NOT_FOUND,
    /** Something in the request is wrong; Apple's word says what. */
    BAD_REQUEST,
    THROTTLED,
    /** Apple or the network is out of order, or the answer could not be read: try later. */
    UNAVAILABLE
  }

  /**
   * @param word Apple's word, or what went wrong in ours; never a body or a token
   */
  public AppleRefusal(Kind kind, String word, Optional<Duration> retryAfter) {
    super(word);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  public Kind kind() {
    return kind;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
