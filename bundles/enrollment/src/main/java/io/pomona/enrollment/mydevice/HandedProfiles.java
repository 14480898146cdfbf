package io.pomona.enrollment.mydevice;

import io.pomona.api.MdmException;
import io.pomona.api.Throttle;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.ActivityStore;
import io.pomona.enrollment.EnrollmentProfiles;
import io.pomona.enrollment.HostActivities;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hands the enrollment profile of a Mac to its user; it is of no use to any other Mac. */
@Component(service = HandedProfiles.class)
public final class HandedProfiles {
  static final int MOST = 20;
  private static final Duration WINDOW = Duration.ofHours(1);

  private final Throttle<HostId> handed = new Throttle<>(WINDOW);
  private final EnrollmentProfiles profiles;
  private final ActivityStore activities;
  private final Clock clock;

  @Activate
  public HandedProfiles(
      @Reference EnrollmentProfiles profiles, @Reference ActivityStore activities) {
    this(profiles, activities, Clock.systemUTC());
  }

  HandedProfiles(EnrollmentProfiles profiles, ActivityStore activities, Clock clock) {
    this.profiles = profiles;
    this.activities = activities;
    this.clock = clock;
  }

  public byte[] of(MyMac mac) {
    String serial = mac.host().facts().serialNumber();
    if (serial.isEmpty() || !mac.possible()) {
      throw MdmException.unavailable(
          "enrollment.no_profile_yet",
          "MDM cannot be turned on for this Mac yet. Ask your IT administrator.");
    }
    Instant now = clock.instant();
    if (!handed.allows(mac.host().id(), MOST, now)) {
      throw MdmException.tooManyRequests(
          "enrollment.too_many_profiles",
          "This profile was downloaded very often. Install one of those, or try again in an hour.",
          WINDOW);
    }
    byte[] profile = profiles.forMac(serial);
    activities.append(
        HostActivities.of(mac.user(), "downloaded_enrollment_profile", mac.host()), now);
    return profile;
  }
}
