package io.pomona.enrollment.routes;

import io.pomona.enrollment.EnrollmentConfig;
import io.pomona.enrollment.EnrollmentNews;
import io.pomona.enrollment.IdentityRenewal;
import io.pomona.enrollment.Refetch;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What enrollment does by the clock. Each step may fail: the next tick does what was left. */
@Component(service = RoutesBuilder.class, configurationPid = EnrollmentConfig.PID)
public final class EnrollmentRoutes extends RouteBuilder {
  private final EnrollmentNews news;
  private final IdentityRenewal renewal;
  private final Refetch refetch;
  private final int renewalSeconds;

  @Activate
  public EnrollmentRoutes(
      @Reference EnrollmentNews news,
      @Reference IdentityRenewal renewal,
      @Reference Refetch refetch,
      EnrollmentConfig config) {
    this.news = news;
    this.renewal = renewal;
    this.refetch = refetch;
    this.renewalSeconds = Math.max(1, config.renewal_seconds());
  }

  @Override
  public void configure() {
    from("timer:enrollment.news?delay=1000&period=1000")
        .routeId("enrollment.news")
        .bean(news, "deliver");
    from("timer:enrollment.renewal?delay=%ss&period=%<ss".formatted(renewalSeconds))
        .routeId("enrollment.renewal")
        .bean(renewal, "sweep");
    from("timer:enrollment.inventory?delay=60000&period=900000")
        .routeId("enrollment.inventory")
        .bean(refetch, "sweep");
  }
}
