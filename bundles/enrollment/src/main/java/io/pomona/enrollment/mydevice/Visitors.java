package io.pomona.enrollment.mydevice;

import io.pomona.api.MdmException;
import io.pomona.api.Throttle;
import io.pomona.api.enrollment.ClientAddresses;
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
 * Tells an address that has tried very much to wait: wrong links, and logins that it begins. A link
 * that opens something is never made to wait for others of the same address: it cannot be guessed,
 * and many Macs share one.
 */
@Component(service = Visitors.class)
public final class Visitors {
  static final int MOST = 720;
  private static final Duration WINDOW = Duration.ofHours(1);

  private final Throttle<String> wrong = new Throttle<>(WINDOW);
  private final Throttle<String> logins = new Throttle<>(WINDOW);
  private final ClientAddresses addresses;
  private final Clock clock;

  @Activate
  public Visitors(@Reference ClientAddresses addresses) {
    this(addresses, Clock.systemUTC());
  }

  Visitors(ClientAddresses addresses, Clock clock) {
    this.addresses = addresses;
    this.clock = clock;
  }

  public <T> T guard(HttpServletRequest request, Supplier<T> step) {
    try {
      return step.get();
    } catch (MdmException e) {
      if (e.kind() == MdmException.Kind.NOT_FOUND
          && !wrong.allows(address(request), MOST, clock.instant())) {
        throw MdmException.tooManyRequests(
            "enrollment.too_many_links",
            "Too many links that open nothing were tried from here. Try again in an hour.",
            WINDOW);
      }
      throw e;
    }
  }

  /** Before somebody of whom nothing is known makes the server keep something. */
  public void countLogin(HttpServletRequest request) {
    if (!logins.allows(address(request), MOST, clock.instant())) {
      throw MdmException.tooManyRequests(
          "enrollment.too_many_logins",
          "Too many logins were begun from here. Try again in an hour.",
          WINDOW);
    }
  }

  private String address(HttpServletRequest request) {
    List<String> forwarded = Collections.list(request.getHeaders("X-Forwarded-For"));
    return addresses.of(request.getRemoteAddr(), forwarded);
  }
}
