package io.pomona.commands.routes;

import io.pomona.commands.CommandSweeps;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** When the queue's repeated work is done; each timer has one thread and never overtakes itself. */
@Component(service = RoutesBuilder.class)
public final class CommandRoutes extends RouteBuilder {
  private final CommandSweeps sweeps;

  @Activate
  public CommandRoutes(@Reference CommandSweeps sweeps) {
    this.sweeps = sweeps;
  }

  @Override
  public void configure() {
    from("timer:commands.push?period=250").routeId("commands.push").bean(sweeps, "push");
    from("timer:commands.outcomes?period=250")
        .routeId("commands.outcomes")
        .bean(sweeps, "outcomes");
    from("timer:commands.expire?period=30000").routeId("commands.expire").bean(sweeps, "expire");
    from("timer:commands.forget?period=60000").routeId("commands.forget").bean(sweeps, "forget");
  }
}
