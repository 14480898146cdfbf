package io.pomona.abm.routes;

import io.pomona.abm.AbmSync;
import io.pomona.abm.assign.ProfileAssignments;
import io.pomona.api.abm.AbmToken;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When ABM is looked at: whenever a token is due, one after the other. */
@Component(service = RoutesBuilder.class)
public final class AbmRoutes extends RouteBuilder {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.abm");
  private static final long PERIOD = 1000;

  private final AbmSync sync;
  private final Runnable afterwards;
  private final long period;

  @Activate
  public AbmRoutes(@Reference AbmSync sync, @Reference ProfileAssignments assignments) {
    this(sync, assignments::soon, PERIOD);
  }

  private AbmRoutes(AbmSync sync, Runnable afterwards, long period) {
    this.sync = sync;
    this.afterwards = afterwards;
    this.period = period;
  }

  /** With a period in milliseconds. */
  public static AbmRoutes of(AbmSync sync, long period) {
    return new AbmRoutes(sync, () -> {}, period);
  }

  @Override
  public void configure() {
    onException(Exception.class).handled(true).process(AbmRoutes::warn);
    from("timer:abm.sync?delay=1000&period=" + period)
        .routeId("abm.sync")
        .loopDoWhile(this::lease)
        .process(exchange -> sync.run(exchange.getMessage().getBody(AbmToken.class)))
        .process(exchange -> afterwards.run())
        .end();
  }

  private boolean lease(Exchange exchange) {
    Optional<AbmToken> due = sync.lease();
    due.ifPresent(token -> exchange.getMessage().setBody(token));
    return due.isPresent();
  }

  private static void warn(Exchange exchange) {
    LOG.warn(
        "Apple Business Manager could not be synchronized; the next attempt follows",
        exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
  }
}
