package io.pomona.abm.routes;

import io.pomona.abm.AbmConfig;
import io.pomona.abm.assign.ProfileAssignments;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When profiles are assigned: shortly after somebody asks, and from time to time. */
@Component(service = RoutesBuilder.class, configurationPid = AbmConfig.PID)
public final class AssignRoutes extends RouteBuilder {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.abm");

  private final ProfileAssignments assignments;
  private final long period;

  @Activate
  public AssignRoutes(@Reference ProfileAssignments assignments, AbmConfig config) {
    this.assignments = assignments;
    this.period = 1_000L * Math.max(1, config.assign_seconds());
  }

  @Override
  public void configure() {
    onException(Exception.class).handled(true).process(AssignRoutes::warn);
    from("timer:abm.assign?delay=5000&period=" + period)
        .routeId("abm.assign")
        .process(exchange -> assignments.sweep());
    from("timer:abm.assign.asked?delay=5000&period=1000")
        .routeId("abm.assign.asked")
        .process(exchange -> assignments.ifAsked());
  }

  private static void warn(Exchange exchange) {
    LOG.warn(
        "Profiles could not be assigned by Apple; the next attempt follows",
        exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
  }
}
