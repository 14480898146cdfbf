package io.pomona.escrow.routes;

import io.pomona.escrow.EscrowConfig;
import io.pomona.escrow.activationlock.BypassRequests;
import io.pomona.escrow.lock.LockSettlement;
import io.pomona.escrow.recoverylock.RecoveryLockRotation;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is done by the clock for locks and codes; what a tick leaves the next one does. */
@Component(service = RoutesBuilder.class, configurationPid = EscrowConfig.PID)
public final class LockRoutes extends RouteBuilder {
  private final LockSettlement settlement;
  private final RecoveryLockRotation rotation;
  private final BypassRequests bypass;
  private final long period;

  @Activate
  public LockRoutes(
      @Reference LockSettlement settlement,
      @Reference RecoveryLockRotation rotation,
      @Reference BypassRequests bypass,
      EscrowConfig config) {
    this.settlement = settlement;
    this.rotation = rotation;
    this.bypass = bypass;
    this.period = Math.max(100, config.period());
  }

  @Override
  public void configure() {
    from("timer:escrow.lock?delay=%s&period=%<s".formatted(period))
        .routeId("escrow.lock")
        .bean(settlement, "sweep");
    from("timer:escrow.recoverylock?delay=%s&period=%<s".formatted(period))
        .routeId("escrow.recoverylock")
        .bean(rotation, "sweep");
    from("timer:escrow.activationlock?delay=%s&period=%<s".formatted(period))
        .routeId("escrow.activationlock")
        .bean(bypass, "sweep");
  }
}
