package io.pomona.escrow.routes;

import io.pomona.escrow.EscrowConfig;
import io.pomona.escrow.filevault.EncryptionQuestions;
import io.pomona.escrow.filevault.EnvelopeRetry;
import io.pomona.escrow.filevault.Resealing;
import io.pomona.escrow.keys.KeyIntake;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When Macs are asked for the encryption of their disks, and when keys are taken and sealed. */
@Component(service = RoutesBuilder.class, configurationPid = EscrowConfig.PID)
public final class EncryptionRoutes extends RouteBuilder {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.escrow");

  // A timer of no period would not go off again, or all the time.
  private static final long SHORTEST = 500;
  private static final long MINUTE = 60_000;

  private final EncryptionQuestions questions;
  private final Resealing resealing;
  private final KeyIntake intake;
  private final EnvelopeRetry retry;
  private final long period;

  @Activate
  public EncryptionRoutes(
      @Reference EncryptionQuestions questions,
      @Reference Resealing resealing,
      @Reference KeyIntake intake,
      @Reference EnvelopeRetry retry,
      EscrowConfig config) {
    this.questions = questions;
    this.resealing = resealing;
    this.intake = intake;
    this.retry = retry;
    this.period = atLeast(config.period());
  }

  static long atLeast(long period) {
    return Math.max(period, SHORTEST);
  }

  @Override
  public void configure() {
    onException(Exception.class).handled(true).process(EncryptionRoutes::warn);
    from("timer:escrow.ask?delay=1000&period=" + period)
        .routeId("escrow.ask")
        .process(exchange -> questions.sweep());
    from("timer:escrow.reseal?delay=2000&period=" + MINUTE)
        .routeId("escrow.reseal")
        .process(exchange -> resealing.sweep());
    from("timer:escrow.intake?delay=3000&period=" + MINUTE)
        .routeId("escrow.intake")
        .process(exchange -> intake.sweep());
    from("timer:escrow.retry?delay=3500&period=" + MINUTE)
        .routeId("escrow.retry")
        .process(exchange -> retry.sweep());
  }

  private static void warn(Exchange exchange) {
    LOG.warn(
        "{} could not be done; the next attempt follows",
        exchange.getFromRouteId(),
        exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
  }
}
