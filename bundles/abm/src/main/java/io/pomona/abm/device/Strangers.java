package io.pomona.abm.device;

import io.pomona.abm.admission.Throttle;
import io.pomona.api.MdmException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Looks no more at what comes from an address that was refused very often a moment ago. */
@Component(service = Strangers.class)
public final class Strangers {
  private static final int MOST = 100;

  private final Throttle refused = new Throttle(Duration.ofMinutes(5));
  private final Clock clock;

  @Activate
  public Strangers() {
    this(Clock.systemUTC());
  }

  Strangers(Clock clock) {
    this.clock = clock;
  }

  <T> T of(String address, Supplier<T> step) {
    if (refused.times(address, clock.instant()) >= MOST) {
      throw MdmException.tooManyRequests(
          "abm.too_many_refusals",
          "Too many requests from here were refused. Try again in five minutes.",
          refused.window());
    }
    try {
      return step.get();
    } catch (MdmException e) {
      if (e.kind() != MdmException.Kind.UNAVAILABLE) {
        refused.allows(address, MOST, clock.instant());
      }
      throw e;
    }
  }
}
