package io.pomona.abm.setup.routes;

import io.pomona.abm.AbmConfig;
import io.pomona.abm.setup.BootstrapPackages;
import io.pomona.abm.setup.LateBeginnings;
import io.pomona.abm.setup.SetupProgress;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When Macs in Setup Assistant are looked at, and when uploads are forgotten. */
@Component(service = RoutesBuilder.class, configurationPid = AbmConfig.PID)
public final class SetupRoutes extends RouteBuilder {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.abm");
  private static final long MINUTE = 60_000;

  // A timer of no period would not go off again, or all the time.
  private static final long SHORTEST = 500;
  private static final long HOUR = 3_600_000;

  private final SetupProgress progress;
  private final LateBeginnings late;
  private final BootstrapPackages packages;
  private final long period;

  @Activate
  public SetupRoutes(
      @Reference SetupProgress progress,
      @Reference LateBeginnings late,
      @Reference BootstrapPackages packages,
      AbmConfig config) {
    this(progress, late, packages, config.setup_period());
  }

  SetupRoutes(
      SetupProgress progress, LateBeginnings late, BootstrapPackages packages, long period) {
    this.progress = progress;
    this.late = late;
    this.packages = packages;
    this.period = atLeast(period);
  }

  static long atLeast(long period) {
    return Math.max(period, SHORTEST);
  }

  @Override
  public void configure() {
    onException(Exception.class).handled(true).process(SetupRoutes::warn);
    from("timer:abm.setup?delay=1000&period=" + period)
        .routeId("abm.setup")
        .process(exchange -> progress.sweep());
    from("timer:abm.setup.late?delay=" + MINUTE + "&period=" + MINUTE)
        .routeId("abm.setup.late")
        .process(exchange -> late.sweep());
    from("timer:abm.uploads?delay=" + HOUR + "&period=" + HOUR)
        .routeId("abm.uploads")
        .process(exchange -> packages.forget());
  }

  private static void warn(Exchange exchange) {
    LOG.warn(
        "Macs in Setup Assistant could not be looked at; the next attempt follows",
        exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
  }
}
