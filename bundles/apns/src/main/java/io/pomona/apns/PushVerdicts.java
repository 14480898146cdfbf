package io.pomona.apns;

import com.eatthepath.pushy.apns.PushNotificationResponse;
import io.pomona.api.apns.PushVerdict;
import io.pomona.api.apns.PushVerdict.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What Apple's answers mean for the next push. */
final class PushVerdicts {
  private static final Duration TOO_MANY_PAUSE = Duration.ofMinutes(5);
  private static final Set<String> BAD_TOKEN =
      Set.of("BadDeviceToken", "DeviceTokenNotForTopic", "MissingDeviceToken");

  private PushVerdicts() {}

  /**
   * @param asked how long Apple asked to wait
   */
  static PushVerdict of(PushNotificationResponse<?> response, Optional<Duration> asked) {
    if (response.isAccepted()) {
      return PushVerdict.of(Outcome.ACCEPTED, "");
    }
    int status = response.getStatusCode();
    String reason = response.getRejectionReason().orElse("HTTP " + status);
    return new PushVerdict(
        outcome(status, reason),
        reason,
        asked.or(() -> status == 429 ? Optional.of(TOO_MANY_PAUSE) : Optional.empty()),
        response.getTokenInvalidationTimestamp());
  }

  private static Outcome outcome(int status, String reason) {
    if (status == 410) {
      return Outcome.UNREGISTERED;
    }
    if (status == 429) {
      return Outcome.THROTTLED;
    }
    if (status >= 500 || reason.equals("IdleTimeout")) {
      return Outcome.UNAVAILABLE;
    }
    return BAD_TOKEN.contains(reason) ? Outcome.BAD_TOKEN : Outcome.REFUSED;
  }
}
