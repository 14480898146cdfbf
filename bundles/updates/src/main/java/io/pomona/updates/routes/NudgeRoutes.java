package io.pomona.updates.routes;

import io.pomona.updates.UpdatesConfig;
import io.pomona.updates.nudge.NudgeInstaller;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When Macs are looked for that have use for Nudge: those that are due, and all of them daily. */
@Component(service = RoutesBuilder.class, configurationPid = UpdatesConfig.PID)
public final class NudgeRoutes extends RouteBuilder {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.updates");

  // A timer of no period would not go off again, or all the time.
  private static final long SHORTEST = 500;

  private static final long DAILY = 86_400_000;

  private final NudgeInstaller installer;
  private final long period;

  @Activate
  public NudgeRoutes(@Reference NudgeInstaller installer, UpdatesConfig config) {
    this.installer = installer;
    this.period = Math.max(config.period(), SHORTEST);
  }

  @Override
  public void configure() {
    onException(Exception.class).handled(true).process(NudgeRoutes::warn);
    from("timer:updates.nudge?delay=1000&period=" + period)
        .routeId("updates.nudge")
        .process(exchange -> installer.sweep());
    from("timer:updates.nudge.everyone?delay=" + DAILY + "&period=" + DAILY)
        .routeId("updates.nudge.everyone")
        .process(exchange -> installer.everyone());
  }

  private static void warn(Exchange exchange) {
    LOG.warn(
        "Macs that have use for Nudge could not be looked for; the next attempt follows",
        exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
  }
}
