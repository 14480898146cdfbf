package io.pomona.organization.routes;

import io.pomona.organization.ActivityChain;
import io.pomona.organization.EndedSessions;
import io.pomona.organization.FailedLoginActivities;
import io.pomona.organization.expiry.ExpiryWatch;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** When the organization's repeated work is done. */
@Component(service = RoutesBuilder.class)
public final class OrganizationRoutes extends RouteBuilder {
  private final EndedSessions sessions;
  private final FailedLoginActivities failedLogins;
  private final ActivityChain chain;
  private final ExpiryWatch expiry;

  @Activate
  public OrganizationRoutes(
      @Reference EndedSessions sessions,
      @Reference FailedLoginActivities failedLogins,
      @Reference ActivityChain chain,
      @Reference ExpiryWatch expiry) {
    this.sessions = sessions;
    this.failedLogins = failedLogins;
    this.chain = chain;
    this.expiry = expiry;
  }

  @Override
  public void configure() {
    from("timer:organization.sessions?period=3600000")
        .routeId("organization.sessions")
        .bean(sessions, "purge");
    from("timer:organization.failed-logins?period=30000")
        .routeId("organization.failed-logins")
        .bean(failedLogins, "flush");
    from("timer:organization.activities?period=1000")
        .routeId("organization.activities")
        .bean(chain, "extend");
    from("timer:organization.expiry?delay=60000&period=3600000")
        .routeId("organization.expiry")
        .bean(expiry, "tell");
  }
}
