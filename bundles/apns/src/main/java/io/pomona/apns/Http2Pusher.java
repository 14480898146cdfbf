package io.pomona.apns;

import com.eatthepath.pushy.apns.ApnsPushNotification;
import com.eatthepath.pushy.apns.DeliveryPriority;
import com.eatthepath.pushy.apns.PushType;
import com.eatthepath.pushy.apns.util.SimpleApnsPushNotification;
import io.pomona.api.apns.PushTarget;
import io.pomona.api.apns.PushVerdict;
import io.pomona.api.apns.PushVerdict.Outcome;
import io.pomona.api.apns.Pusher;
import io.pomona.api.organization.StatusCheck;
import io.pomona.apns.PushConnections.PushServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Pushes to Apple over HTTP/2 with the push certificate as TLS identity. */
@Component(
    service = {Pusher.class, StatusCheck.class},
    configurationPid = ApnsConfig.PID)
@Designate(ocd = ApnsConfig.class)
public final class Http2Pusher implements Pusher, StatusCheck {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final PushIdentities identities;
  private final PushConnections connections;
  private final AppleWords words;
  private final PushHealth health;
  private final Breaker breaker;
  private final Semaphore room;
  private final Duration expiration;
  private final Clock clock;

  @Activate
  public Http2Pusher(@Reference PushIdentities identities, ApnsConfig config) {
    this(identities, config, Clock.systemUTC(), PATIENCE);
  }

  Http2Pusher(PushIdentities identities, ApnsConfig config, Clock clock, Duration patience) {
    this.identities = identities;
    this.clock = clock;
    this.words = new AppleWords(clock);
    this.connections = new PushConnections(identities, server(config, patience), words);
    this.health = new PushHealth(config.host() + ":" + config.port());
    this.breaker = new Breaker(clock, () -> ThreadLocalRandom.current().nextDouble());
    this.room = new Semaphore(Math.max(1, config.max_in_flight()));
    this.expiration = Duration.ofDays(Math.min(30, Math.max(0, config.expiration_days())));
  }

  private static PushServer server(ApnsConfig config, Duration patience) {
    Optional<Path> trust =
        Optional.of(config.trust_pem().strip()).filter(text -> !text.isEmpty()).map(Path::of);
    int connections = Math.min(16, Math.max(1, config.connections()));
    return new PushServer(config.host().strip(), config.port(), trust, connections, patience);
  }

  @Deactivate
  void deactivate() {
    connections.close();
  }

  @Override
  public CompletionStage<PushVerdict> push(PushTarget target) {
    return refusal(target)
        .map(CompletableFuture::completedFuture)
        .orElseGet(() -> sent(target).thenApply(health::note));
  }

  /** Why there is no point in asking Apple now. */
  private Optional<PushVerdict> refusal(PushTarget target) {
    Optional<PushIdentity> identity = identities.identity();
    if (identity.isEmpty()) {
      return Optional.of(PushVerdict.of(Outcome.NO_CERTIFICATE, "There is no push certificate."));
    }
    if (identity.get().isExpired(clock.instant())) {
      return Optional.of(
          PushVerdict.of(Outcome.NO_CERTIFICATE, "The push certificate has ended; renew it."));
    }
    if (!identity.get().topic().equals(target.topic())) {
      return Optional.of(
          PushVerdict.of(
              Outcome.REFUSED, "The Mac was enrolled with the topic of another push certificate."));
    }
    return Optional.empty();
  }

  private CompletableFuture<PushVerdict> sent(PushTarget target) {
    if (!breaker.mayPass()) {
      return later("The push server is away.", breaker.pauseLeft());
    }
    if (!room.tryAcquire()) {
      return later("Too many pushes are under way.", MOMENT);
    }
    return send(notification(target)).whenComplete((verdict, bug) -> room.release());
  }

  private CompletableFuture<PushVerdict> send(ApnsPushNotification notification) {
    Optional<PushConnection> connection;
    try {
      connection = connections.current();
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(PushVerdict.of(Outcome.REFUSED, e.getMessage()));
    }
    if (connection.isEmpty()) {
      return later("The push certificate is being replaced.", MOMENT);
    }
    return connection
        .get()
        .send(notification)
        .handle(
            (response, failure) ->
                failure == null
                    ? CompletableFuture.completedFuture(
                        answered(PushVerdicts.of(response, words.wait(response.getApnsId()))))
                    : failed(connection.get(), notification, failure))
        .thenCompose(verdict -> verdict);
  }

  /** A push that lost its client to a new certificate goes out with that one. */
  private CompletableFuture<PushVerdict> failed(
      PushConnection connection, ApnsPushNotification notification, Throwable failure) {
    if (connection.isReplaced()) {
      return send(notification);
    }
    breaker.failed();
    if (breaker.isOpen()) {
      connections.abandon(connection);
    }
    String goodbye = words.goodbye(clock.instant()).orElseGet(() -> PushHealth.words(failure));
    return later("The push server was not reached: " + goodbye, MOMENT);
  }

  private PushVerdict answered(PushVerdict verdict) {
    if (verdict.outcome() == Outcome.UNAVAILABLE) {
      breaker.failed();
    } else {
      breaker.succeeded();
    }
    return verdict;
  }

  private CompletableFuture<PushVerdict> later(String reason, Duration least) {
    Duration pause = breaker.pauseLeft().compareTo(least) > 0 ? breaker.pauseLeft() : least;
    return CompletableFuture.completedFuture(
        new PushVerdict(Outcome.UNAVAILABLE, reason, Optional.of(pause), Optional.empty()));
  }

  private ApnsPushNotification notification(PushTarget target) {
    Instant ends = clock.instant().plus(expiration);
    return new SimpleApnsPushNotification(
        HexFormat.of().formatHex(target.token()),
        target.topic(),
        PushPayload.of(target.pushMagic()),
        expiration.isZero() ? Instant.EPOCH : ends,
        DeliveryPriority.IMMEDIATE,
        PushType.MDM);
  }

  @Override
  public List<StatusLine> check() {
    return List.of(health.line(breaker.isOpen()));
  }
}
