package io.pomona.organization.webhooks;

import io.pomona.api.organization.Delivery;
import io.pomona.api.organization.DeliveryStore;
import io.pomona.api.organization.DeliveryStore.Parcel;
import io.pomona.api.organization.DeliveryStore.Turn;
import io.pomona.api.organization.Webhook;
import io.pomona.api.pki.SecretVault;
import io.pomona.organization.webhooks.ConfiguredCalls.Calls;
import io.pomona.organization.webhooks.WebhookCall.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings events to their webhooks. Each webhook has its turns, so that events arrive in their order
 * and one that does not answer keeps nobody waiting but itself.
 */
@Component(service = Courier.class)
public final class Courier {
  /** Turns at a time on this node; the route has as many threads. */
  public static final int TURNS = 8;

  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.organization");

  /** When a node dies in a turn, another goes on after this. */
  private static final Duration LONGEST_TURN = Duration.ofSeconds(60);

  /** For what a call needs besides: looking its name up, and noting what became of it. */
  private static final Duration MARGIN = Duration.ofSeconds(10);

  private static final int PARCELS = 100;
  private static final int STEP = 200;
  private static final int STEPS = 50;

  /** For one webhook, that wait, and in each state that are remembered. */
  static final int MOST = 100_000;

  private static final int STEP_OF_MANY = 5_000;

  private final DeliveryStore deliveries;
  private final ConfiguredCalls calls;
  private final WebhookSecrets secrets;
  private final Clock clock;
  private final Pause pause;
  private final Trouble following = new Trouble("Webhooks are not told of new activities");
  private final Trouble beginning = new Trouble("Events are not brought to webhooks");
  private final Semaphore free = new Semaphore(TURNS);

  @Activate
  public Courier(
      @Reference DeliveryStore deliveries,
      @Reference ConfiguredCalls calls,
      @Reference SecretVault vault) {
    this(
        deliveries,
        calls,
        vault,
        Clock.systemUTC(),
        new Pause(() -> ThreadLocalRandom.current().nextDouble()));
  }

  Courier(
      DeliveryStore deliveries,
      ConfiguredCalls calls,
      SecretVault vault,
      Clock clock,
      Pause pause) {
    this.deliveries = deliveries;
    this.calls = calls;
    this.secrets = new WebhookSecrets(vault);
    this.clock = clock;
    this.pause = pause;
  }

  /** Begins the turns that are due; {@link #deliver} ends each. Called by a route. */
  public List<Turn> turns() {
    follow();
    List<Turn> begun = new ArrayList<>();
    while (calls.current().isPresent() && free.tryAcquire()) {
      Optional<Turn> turn = begin();
      turn.ifPresentOrElse(begun::add, free::release);
      if (turn.isEmpty()) {
        break;
      }
    }
    return begun;
  }

  private void follow() {
    try {
      for (int step = 0; step < STEPS && deliveries.follow(STEP, clock.instant()); step++) {
        LOG.trace("A webhook took a step along the activities");
      }
      following.over();
    } catch (RuntimeException e) {
      following.happened(e);
    }
  }

  private Optional<Turn> begin() {
    try {
      Optional<Turn> turn = deliveries.begin(PARCELS, clock.instant(), LONGEST_TURN);
      beginning.over();
      return turn;
    } catch (RuntimeException e) {
      beginning.happened(e);
      return Optional.empty();
    }
  }

  /** Sends what is in a turn, until something fails or the time is over. Called by a route. */
  public void deliver(Turn turn) {
    try {
      Optional<Calls> now = calls.current();
      boolean on = now.isPresent();
      for (int i = 0; on && i < turn.parcels().size() && isInTime(turn, now.get()); i++) {
        // Those before it have arrived, or it would not be its turn.
        on = send(turn, turn.parcels().get(i), i == 0 ? turn.webhook().failures() : 0, now.get());
      }
      deliveries.end(turn);
    } finally {
      free.release();
    }
  }

  private boolean isInTime(Turn turn, Calls now) {
    return clock.instant().plus(now.post().longest()).plus(MARGIN).isBefore(turn.until());
  }

  private boolean send(Turn turn, Parcel parcel, int failures, Calls now) {
    Delivery delivery = parcel.delivery();
    Webhook webhook = turn.webhook();
    Optional<byte[]> body = EventBody.of(parcel, webhook.said().payloads());
    if (body.isEmpty()) {
      return deliveries.refused(turn, delivery.id(), "The event is gone.", clock.instant());
    }
    Result result =
        new WebhookCall(now.post(), secrets, clock)
            .send(webhook.said(), delivery.eventId(), body.get());
    return settle(turn, delivery, failures, result, now);
  }

  private boolean settle(Turn turn, Delivery delivery, int failures, Result result, Calls now) {
    Instant at = clock.instant();
    return switch (result.verdict()) {
      case ARRIVED -> {
        OutageLog.over(turn.webhook(), failures);
        yield deliveries.delivered(turn, delivery.id(), result.outcome(), at);
      }
      case REFUSED -> {
        LOG.info(
            "Webhook {} refused event {}: {}",
            turn.webhook().id().value(),
            delivery.eventId(),
            result.outcome());
        yield deliveries.refused(turn, delivery.id(), result.outcome(), at);
      }
      case FAILED -> {
        failed(turn, delivery, failures, result, now);
        yield false;
      }
    };
  }

  private void failed(Turn turn, Delivery delivery, int failures, Result result, Calls now) {
    Instant at = clock.instant();
    int given =
        deliveries.failed(
            turn,
            delivery.id(),
            result.outcome(),
            at.plus(pause.after(failures, result.retryAfter())),
            at.minus(now.giveUp()),
            at);
    OutageLog.failed(turn.webhook(), failures, result.outcome());
    OutageLog.givenUp(given);
  }

  /** Gives up what has waited for too long, whoever is slow or paused. Called by a route. */
  public void giveUp() {
    calls
        .current()
        .ifPresent(
            now -> {
              Instant at = clock.instant();
              Instant old = at.minus(now.giveUp());
              OutageLog.givenUp(inSteps(() -> deliveries.giveUp(old, MOST, STEP_OF_MANY, at)));
            });
  }

  /** Forgets what is old. Called by a route. */
  public void purge() {
    calls
        .current()
        .ifPresent(
            now -> {
              Instant old = clock.instant().minus(now.keep());
              inSteps(() -> deliveries.purge(old, MOST, STEP_OF_MANY));
            });
  }

  private static int inSteps(IntSupplier step) {
    int all = 0;
    for (int some = step.getAsInt(); some > 0; some = step.getAsInt()) {
      all += some;
    }
    return all;
  }
}
