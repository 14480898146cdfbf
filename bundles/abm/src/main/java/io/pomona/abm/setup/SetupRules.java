package io.pomona.abm.setup;

import io.pomona.abm.AbmConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long Macs wait at most.
 *
 * @param patience after the enrollment
 * @param hardLimit for Macs that an admin is to release, empty for none
 * @param lockedAccount whether what is filled in cannot be changed
 */
public record SetupRules(Duration patience, Optional<Duration> hardLimit, boolean lockedAccount) {
  static SetupRules of(AbmConfig config) {
    return new SetupRules(
        Duration.ofSeconds(config.setup_deadline_seconds()),
        Optional.of(config.setup_hard_limit_minutes())
            .filter(minutes -> minutes > 0)
            .map(Duration::ofMinutes),
        config.setup_lock_account());
  }

  boolean isPastHardLimit(Instant enrolledAt, Instant now) {
    return hardLimit.filter(limit -> !enrolledAt.plus(limit).isAfter(now)).isPresent();
  }
}
