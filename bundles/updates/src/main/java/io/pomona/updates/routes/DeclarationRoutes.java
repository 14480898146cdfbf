package io.pomona.updates.routes;

import io.pomona.updates.UpdatesConfig;
import io.pomona.updates.declarations.DeclarationSweep;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When Macs are told of their declarations: shortly after a change, and all looked at daily. */
@Component(service = RoutesBuilder.class, configurationPid = UpdatesConfig.PID)
@Designate(ocd = UpdatesConfig.class)
public final class DeclarationRoutes extends RouteBuilder {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.updates");
  private static final long DAILY = 86_400_000;

  private final DeclarationSweep sweep;
  private final long period;

  @Activate
  public DeclarationRoutes(@Reference DeclarationSweep sweep, UpdatesConfig config) {
    this.sweep = sweep;
    this.period = config.period();
  }

  @Override
  public void configure() {
    onException(Exception.class).handled(true).process(DeclarationRoutes::warn);
    from("timer:updates.declarations?delay=1000&period=" + period)
        .routeId("updates.declarations")
        .process(exchange -> sweep.tell());
    from("timer:updates.everyone?delay=" + DAILY + "&period=" + DAILY)
        .routeId("updates.everyone")
        .process(exchange -> sweep.everyone());
  }

  private static void warn(Exchange exchange) {
    LOG.warn(
        "Macs could not be told of their declarations; the next attempt follows",
        exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
  }
}
