package io.pomona.api.pki;

import io.pomona.api.Secret;
import java.time.Duration;

/** One-time SCEP challenges of 256 random bits. */
public interface ScepChallenges {
  /**
   * A new challenge, stored (as its hash) before this returns.
   *
   * @param life how long it may be used from now
   */
  Secret issue(ChallengeBinding binding, Duration life);
}
