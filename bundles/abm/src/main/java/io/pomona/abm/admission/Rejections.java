package io.pomona.abm.admission;

import io.pomona.api.MdmException;
import io.pomona.api.Throttle;
import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityStore;
import io.pomona.api.organization.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells admins who was refused: each Mac once an hour for each reason, and all together not more
 * than some, so that strangers cannot fill the feed. Made-up serial numbers use up nothing of what
 * is there for known Macs.
 */
@Component(service = Rejections.class)
public final class Rejections {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.abm");
  private static final int KNOWN_AN_HOUR = 200;
  private static final int UNKNOWN_AN_HOUR = 20;

  private final Throttle<String> throttle = new Throttle<>(Duration.ofHours(1));
  private final ActivityStore activities;
  private final Clock clock;

  @Activate
  public Rejections(@Reference ActivityStore activities) {
    this(activities, Clock.systemUTC());
  }

  Rejections(ActivityStore activities, Clock clock) {
    this.activities = activities;
    this.clock = clock;
  }

  /** The refusal to throw: the same for every reason, for whoever asks is a stranger. */
  public MdmException refuse(String serialNumber, Optional<Host> host, Reason reason) {
    Instant now = clock.instant();
    String key = (host.isPresent() ? "" : "unknown ") + serialNumber + ' ' + reason;
    int most = host.isPresent() ? KNOWN_AN_HOUR : UNKNOWN_AN_HOUR;
    if (throttle.times(key, now) == 0
        && throttle.allows(host.isPresent() ? "all known" : "all unknown", most, now)
        && throttle.allows(key, 1, now)) {
      LOG.info("Mac {} was not let in: {}", serialNumber, reason.sentence());
      activities.append(activity(serialNumber, host, reason), now);
    }
    return MdmException.forbidden(
        "abm.not_admitted", "This Mac cannot be enrolled here now. Ask your administrator.");
  }

  private static ActivityDraft activity(String serial, Optional<Host> host, Reason reason) {
    return about(ActivityDraft.of(Actor.system(), "host_enrollment_rejected"), serial, host)
        .with("reason", reason.sentence());
  }

  /** A Mac that may not be in the registry. */
  static ActivityDraft about(ActivityDraft draft, String serial, Optional<Host> host) {
    ActivityDraft named = draft.with("host_serial", serial);
    return host.map(
            known ->
                named
                    .with("host_id", known.id().value())
                    .with("host_display_name", known.displayName()))
        .orElse(named);
  }
}
