package io.pomona.enrollment;

import io.pomona.api.enrollment.RenewalStore;
import io.pomona.api.organization.StatusCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells how many Macs are about to be lost because their identity ends. */
@Component
public final class RenewalStatus implements StatusCheck {
  private static final String NAME = "enrollment.identities";
  private static final Duration ALARM = Duration.ofDays(30);

  private final RenewalStore renewals;
  private final Clock clock;

  @Activate
  public RenewalStatus(@Reference RenewalStore renewals) {
    this(renewals, Clock.systemUTC());
  }

  RenewalStatus(RenewalStore renewals, Clock clock) {
    this.renewals = renewals;
    this.clock = clock;
  }

  @Override
  public List<StatusLine> check() {
    Instant now = clock.instant();
    long soon = renewals.expiringBefore(now.plus(ALARM));
    if (soon == 0) {
      return List.of(new StatusLine(NAME, Level.OK, "All identities of Macs are valid."));
    }
    long ended = renewals.expiringBefore(now);
    String message =
        "The identities of %d Macs end within 30 days, %d have ended. Turn these Macs on and"
                .formatted(soon - ended, ended)
            + " connect them; one whose identity has ended must enroll again.";
    return List.of(new StatusLine(NAME, ended > 0 ? Level.ERROR : Level.WARNING, message));
  }
}
