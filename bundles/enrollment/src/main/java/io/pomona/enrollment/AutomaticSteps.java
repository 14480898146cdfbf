package io.pomona.enrollment;

import io.pomona.api.abm.AbmDevice;
import io.pomona.api.abm.AbmDeviceLookup;
import io.pomona.api.abm.Admission;
import io.pomona.api.abm.ArrivalStore;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.MdmStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How far a Mac is that comes by ABM, from another MDM or out of its box: told from facts. */
@Component(service = AutomaticSteps.class)
public final class AutomaticSteps {
  private final AbmDeviceLookup abm;
  private final ArrivalStore arrivals;
  private final Clock clock;

  @Activate
  public AutomaticSteps(@Reference AbmDeviceLookup abm, @Reference ArrivalStore arrivals) {
    this(abm, arrivals, Clock.systemUTC());
  }

  AutomaticSteps(AbmDeviceLookup abm, ArrivalStore arrivals, Clock clock) {
    this.abm = abm;
    this.arrivals = arrivals;
    this.clock = clock;
  }

  /** The last step that was made, with what is next. */
  public enum Step {
    NOT_ASSIGNED("ABM does not assign this Mac to us."),
    ASSIGNED("ABM assigns this Mac to us; Apple has no profile for it yet."),
    PROFILE_ASSIGNED(
        "Apple has a profile for it. A new or erased Mac enrolls when it is set up, any other by"
            + " sudo profiles renew -type enrollment."),
    PROFILE_REQUESTED("The Mac was given its enrollment profile and has not come back yet."),
    ENROLLING("The Mac has begun to enroll."),
    ENROLLED("The Mac is enrolled.");

    private final String sentence;

    Step(String sentence) {
      this.sentence = sentence;
    }

    /** The name in the API: lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    public String sentence() {
      return sentence;
    }
  }

  /**
   * @param requestedAt when the Mac was last given its profile
   * @param admittedUntil while an admin lets it in whatever a check says
   */
  public record Progress(
      Step step,
      Optional<Instant> assignedAt,
      Optional<Instant> requestedAt,
      Optional<Instant> admittedUntil) {}

  /** Empty for a Mac that has nothing to do with ABM. */
  public Optional<Progress> of(Host host) {
    String serial = host.facts().serialNumber();
    Optional<AbmDevice> device = serial.isEmpty() ? Optional.empty() : abm.assigned(serial);
    Optional<Instant> requested = arrivals.lastRequest(serial);
    Optional<Instant> admitted =
        arrivals.admission(serial, clock.instant()).map(Admission::expires);
    boolean automatic = host.mdm() == MdmStatus.ON_AUTOMATIC;
    if (!automatic && device.isEmpty() && admitted.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Progress(
            step(host, device, requested),
            device.flatMap(AbmDevice::assignedAt),
            requested,
            admitted));
  }

  private static Step step(Host host, Optional<AbmDevice> device, Optional<Instant> requested) {
    if (host.mdm() == MdmStatus.ON_AUTOMATIC) {
      return Step.ENROLLED;
    }
    Optional<Instant> since =
        requested.filter(at -> host.enrolledAt().map(at::isAfter).orElse(true));
    if (since.isPresent() && !host.mdm().isOn()) {
      boolean came = host.lastSeenAt().filter(at -> at.isAfter(since.get())).isPresent();
      return came ? Step.ENROLLING : Step.PROFILE_REQUESTED;
    }
    if (device.isEmpty()) {
      return Step.NOT_ASSIGNED;
    }
    return device.get().profileUuid().isPresent() ? Step.PROFILE_ASSIGNED : Step.ASSIGNED;
  }
}
