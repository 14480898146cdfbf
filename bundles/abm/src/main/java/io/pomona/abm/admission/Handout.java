package io.pomona.abm.admission;

import io.pomona.api.MdmException;
import io.pomona.api.Throttle;
import io.pomona.api.abm.ArrivalStore;
import io.pomona.api.enrollment.AutomaticEnrollments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a Mac that has come in its profile, and not too many: what it sends can be sent again. */
@Component(service = Handout.class)
public final class Handout {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.abm");
  private static final int MOST = 20;

  private final Throttle<String> throttle = new Throttle<>(Duration.ofMinutes(10));
  private final AutomaticEnrollments enrollments;
  private final ArrivalStore store;
  private final Clock clock;

  @Activate
  public Handout(@Reference AutomaticEnrollments enrollments, @Reference ArrivalStore store) {
    this(enrollments, store, Clock.systemUTC());
  }

  Handout(AutomaticEnrollments enrollments, ArrivalStore store, Clock clock) {
    this.enrollments = enrollments;
    this.store = store;
    this.clock = clock;
  }

  /** Its profile, which no other Mac can use. */
  public byte[] profile(String serialNumber, String udid) {
    Instant now = clock.instant();
    if (!throttle.allows(serialNumber, MOST, now)) {
      throw MdmException.tooManyRequests(
          "abm.too_many_profiles",
          "This Mac has asked too often. Try again in ten minutes.",
          throttle.window());
    }
    byte[] profile = enrollments.profile(serialNumber, Optional.of(udid));
    store.requested(serialNumber, now);
    LOG.info("Mac {} was given its enrollment profile", serialNumber);
    return profile;
  }
}
