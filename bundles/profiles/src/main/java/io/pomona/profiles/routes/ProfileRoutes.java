package io.pomona.profiles.routes;

import io.pomona.profiles.Reconciler;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When profiles are reconciled: shortly after something has changed, and all once a day. */
@Component(service = RoutesBuilder.class, configurationPid = "io.pomona.profiles")
@Designate(ocd = ProfileRoutes.Config.class)
public final class ProfileRoutes extends RouteBuilder {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.profiles");

  /** How often to look. */
  @ObjectClassDefinition(name = "Pomona profiles")
  public @interface Config {
    @AttributeDefinition(
        name = "Reconcile period",
        description = "Milliseconds between two looks for hosts whose profiles have changed")
    long reconcile_period() default 1_000;

    @AttributeDefinition(
        name = "Sweep period",
        description = "Milliseconds between two checks of all hosts")
    long sweep_period() default 86_400_000;

    @AttributeDefinition(
        name = "Signature expected",
        description = "Whether an unsigned profile is worth a warning")
    boolean signature_expected() default false;
  }

  private final Reconciler reconciler;
  private final long reconcilePeriod;
  private final long sweepPeriod;

  @Activate
  public ProfileRoutes(@Reference Reconciler reconciler, Config config) {
    this(reconciler, config.reconcile_period(), config.sweep_period());
  }

  private ProfileRoutes(Reconciler reconciler, long reconcilePeriod, long sweepPeriod) {
    this.reconciler = reconciler;
    this.reconcilePeriod = reconcilePeriod;
    this.sweepPeriod = sweepPeriod;
  }

  /** With periods in milliseconds. */
  public static ProfileRoutes of(Reconciler reconciler, long reconcilePeriod, long sweepPeriod) {
    return new ProfileRoutes(reconciler, reconcilePeriod, sweepPeriod);
  }

  @Override
  public void configure() {
    onException(Exception.class).handled(true).process(ProfileRoutes::warn);
    from("timer:profiles.reconcile?delay=1000&period=" + reconcilePeriod)
        .routeId("profiles.reconcile")
        .process(exchange -> reconciler.reconcile());
    from("timer:profiles.sweep?delay=" + sweepPeriod + "&period=" + sweepPeriod)
        .routeId("profiles.sweep")
        .process(exchange -> reconciler.sweep());
  }

  private static void warn(Exchange exchange) {
    LOG.warn(
        "Profiles could not be reconciled; the next attempt follows",
        exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
  }
}
