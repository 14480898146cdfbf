package io.pomona.escrow.routes;

import io.pomona.escrow.EscrowConfig;
import io.pomona.escrow.filevault.EncryptionQuestions;
import io.pomona.escrow.filevault.Resealing;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When Macs are asked for the encryption of their disks, and when keys are sealed anew. */
@Component(service = RoutesBuilder.class, configurationPid = EscrowConfig.PID)
public final class EncryptionRoutes extends RouteBuilder {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.escrow");

  // A timer of no period would not go off again, or all the time.
  private static final long SHORTEST = 500;
  private static final long MINUTE = 60_000;

  private final EncryptionQuestions questions;
  private final Resealing resealing;
  private final long period;

  @Activate
  public EncryptionRoutes(
      @Reference EncryptionQuestions questions,
      @Reference Resealing resealing,
      EscrowConfig config) {
    this(questions, resealing, config.period());
  }

  EncryptionRoutes(EncryptionQuestions questions, Resealing resealing, long period) {
    this.questions = questions;
    this.resealing = resealing;
    this.period = atLeast(period);
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
  }

  private static void warn(Exchange exchange) {
    LOG.warn(
        "{} could not be done; the next attempt follows",
        exchange.getFromRouteId(),
        exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
  }
}
