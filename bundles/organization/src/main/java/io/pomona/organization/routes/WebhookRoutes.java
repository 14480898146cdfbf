package io.pomona.organization.routes;

import io.pomona.organization.webhooks.Courier;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** When webhooks are called: each turn on a thread of its own, so that nobody waits for another. */
@Component(service = RoutesBuilder.class)
public final class WebhookRoutes extends RouteBuilder {
  private static final String TURNS = "seda:organization.webhooks-turns?size=" + Courier.TURNS;

  private final Courier courier;

  @Activate
  public WebhookRoutes(@Reference Courier courier) {
    this.courier = courier;
  }

  @Override
  public void configure() {
    from("timer:organization.webhooks?period=1000")
        .routeId("organization.webhooks")
        .bean(courier, "turns")
        .split(body())
        .to(TURNS);
    from(TURNS + "&concurrentConsumers=" + Courier.TURNS)
        .routeId("organization.webhooks-turns")
        .bean(courier, "deliver");
    from("timer:organization.webhooks-late?delay=60000&period=60000")
        .routeId("organization.webhooks-late")
        .bean(courier, "giveUp");
    from("timer:organization.webhooks-old?delay=120000&period=3600000")
        .routeId("organization.webhooks-old")
        .bean(courier, "purge");
  }
}
