package io.pomona.api.abm;

import java.time.Instant;

/**
 * Why the last look at ABM failed; gone with the next one that succeeds.
 *
 * @param word Apple's, or what went wrong at ours
 * @param since when it failed for the first time for this reason
 */
public record AbmTrouble(Kind kind, String word, Instant since) {

  /** What to do about it. */
  public enum Kind {
    /** An admin has to accept new terms in ABM. */
    TERMS_NOT_SIGNED,
    /** The token has ended, or the password of who downloaded it was changed: renew it. */
    TOKEN_REJECTED,
    /** The account may not use this server. */
    ACCESS_DENIED,
    /** Apple asks to wait. */
    THROTTLED,
    /** Apple sends the same page again and again. */
    REPEATING,
    /** Apple refuses the request itself. */
    REFUSED,
    /** Apple or the network is out of order. */
    UNAVAILABLE,
    /** This server could not go on; its log says why. */
    BROKEN
  }
}
