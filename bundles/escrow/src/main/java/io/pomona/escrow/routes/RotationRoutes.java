package io.pomona.escrow.routes;

import io.pomona.escrow.EscrowConfig;
import io.pomona.escrow.keys.RotationSweep;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When recovery keys are replaced. */
@Component(service = RoutesBuilder.class, configurationPid = EscrowConfig.PID)
public final class RotationRoutes extends RouteBuilder {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.escrow");

  // A timer of no period would not go off again, or all the time.
  private static final long SHORTEST = 500;

  private final RotationSweep sweep;
  private final long period;

  @Activate
  public RotationRoutes(@Reference RotationSweep sweep, EscrowConfig config) {
    this.sweep = sweep;
    this.period = Math.max(config.period(), SHORTEST);
  }

  @Override
  public void configure() {
    onException(Exception.class).handled(true).process(RotationRoutes::warn);
    from("timer:escrow.rotate?delay=1500&period=" + period)
        .routeId("escrow.rotate")
        .process(exchange -> sweep.sweep());
  }

  private static void warn(Exchange exchange) {
    LOG.warn(
        "{} could not be done; the next attempt follows",
        exchange.getFromRouteId(),
        exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
  }
}
