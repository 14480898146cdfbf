package io.pomona.abm.device;

import io.pomona.abm.admission.Arrival;
import io.pomona.abm.admission.Arrivals;
import io.pomona.api.MdmException;
import io.pomona.api.Throttle;
import io.pomona.api.enrollment.ClientAddresses;
import io.pomona.api.pki.MachineSignatures.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks no more at what comes unsigned from an address that was refused very often a moment ago.
 * Who brings a good signature never waits for others: many Macs share one address, and strangers
 * may call from it as well.
 */
@Component(service = Strangers.class)
public final class Strangers {
  private static final int MOST = 100;

  private final Throttle<String> refused = new Throttle<>(Duration.ofMinutes(5));
  private final Arrivals arrivals;
  private final ClientAddresses addresses;
  private final Clock clock;

  @Activate
  public Strangers(@Reference Arrivals arrivals, @Reference ClientAddresses addresses) {
    this(arrivals, addresses, Clock.systemUTC());
  }

  Strangers(Arrivals arrivals, ClientAddresses addresses, Clock clock) {
    this.arrivals = arrivals;
    this.addresses = addresses;
    this.clock = clock;
  }

  Arrival receive(HttpServletRequest request, byte[] cms) {
    Statement statement = arrivals.read(cms);
    return statement.isVerified()
        ? arrivals.receive(statement)
        : of(address(request), () -> arrivals.receive(statement));
  }

  private String address(HttpServletRequest request) {
    List<String> forwarded = Collections.list(request.getHeaders("X-Forwarded-For"));
    return addresses.of(request.getRemoteAddr(), forwarded);
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
