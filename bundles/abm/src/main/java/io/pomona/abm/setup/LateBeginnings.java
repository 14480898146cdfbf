package io.pomona.abm.setup;

import io.pomona.api.abm.MacSetupStore;
import io.pomona.api.enrollment.EnrollmentStore;
import io.pomona.protocol.channel.ChannelId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins the set-up of Macs whose enrollment nobody here heard of: news go to whoever listens when
 * they are told, and this part is away while it is started or configured anew.
 */
@Component(service = LateBeginnings.class)
public final class LateBeginnings {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.abm");
  private static final int PAGE = 500;

  // The news of an enrollment are given this time to come by themselves.
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final MacSetupStore setups;
  private final EnrollmentStore enrollments;
  private final SetupBeginning beginning;
  private final Clock clock;

  @Activate
  public LateBeginnings(
      @Reference MacSetupStore setups,
      @Reference EnrollmentStore enrollments,
      @Reference SetupBeginning beginning) {
    this(setups, enrollments, beginning, Clock.systemUTC());
  }

  LateBeginnings(
      MacSetupStore setups, EnrollmentStore enrollments, SetupBeginning beginning, Clock clock) {
    this.setups = setups;
    this.enrollments = enrollments;
    this.beginning = beginning;
    this.clock = clock;
  }

  /** Called by a route. */
  public void sweep() {
    Instant before = clock.instant().minus(GRACE);
    long begun = PAGE;
    while (begun == PAGE) {
      begun = setups.unbegun(before, PAGE).stream().filter(this::isBegun).count();
    }
  }

  /** One Mac does not hold up the others. */
  private boolean isBegun(ChannelId device) {
    try {
      enrollments.find(device).ifPresent(beginning::enrolled);
      return true;
    } catch (RuntimeException e) {
      LOG.warn("The set-up of {} could not be begun; the next attempt follows", device, e);
      return false;
    }
  }
}
