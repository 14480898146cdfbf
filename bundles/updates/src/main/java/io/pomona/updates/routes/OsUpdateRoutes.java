package io.pomona.updates.routes;

import io.pomona.updates.schedule.OsUpdateFollowing;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When Macs are asked how far they are with an update that was scheduled. */
@Component(service = RoutesBuilder.class)
public final class OsUpdateRoutes extends RouteBuilder {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.updates");

  /** Milliseconds; the pauses themselves are longer. */
  private static final long PERIOD = 30_000;

  private final OsUpdateFollowing following;

  @Activate
  public OsUpdateRoutes(@Reference OsUpdateFollowing following) {
    this.following = following;
  }

  @Override
  public void configure() {
    onException(Exception.class).handled(true).process(OsUpdateRoutes::warn);
    from("timer:updates.os-status?delay=" + PERIOD + "&period=" + PERIOD)
        .routeId("updates.os-status")
        .process(exchange -> following.ask());
  }

  private static void warn(Exchange exchange) {
    LOG.warn(
        "Macs could not be asked how far their updates are; the next attempt follows",
        exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
  }
}
