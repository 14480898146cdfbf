package io.pomona.organization.routes;

import io.pomona.organization.EndedSessions;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** When the organization's repeated work is done. */
@Component(service = RoutesBuilder.class)
public final class OrganizationRoutes extends RouteBuilder {
  private final EndedSessions sessions;

  @Activate
  public OrganizationRoutes(@Reference EndedSessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public void configure() {
    from("timer:organization.sessions?period=3600000")
        .routeId("organization.sessions")
        .bean(sessions, "purge");
  }
}
