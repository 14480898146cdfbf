package io.pomona.apns;

import com.eatthepath.pushy.apns.ApnsClient;
import com.eatthepath.pushy.apns.ApnsPushNotification;
import com.eatthepath.pushy.apns.PushNotificationResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The client of one push certificate. When it is replaced, it ends after its last push. */
final class PushConnection {
  private final PushIdentity identity;
  private final ApnsClient client;
  private final Duration patience;
  private int underWay;
  private boolean retired;
  private boolean abandoned;

  PushConnection(PushIdentity identity, ApnsClient client, Duration patience) {
    this.identity = identity;
    this.client = client;
    this.patience = patience;
  }

  /** The same instance, not one that is equal: asked for every push. */
  boolean isOf(PushIdentity other) {
    return identity == other;
  }

  /** Whether another certificate has taken its place. */
  synchronized boolean isReplaced() {
    return retired && !abandoned;
  }

  CompletableFuture<? extends PushNotificationResponse<?>> send(ApnsPushNotification notification) {
    synchronized (this) {
      underWay++;
    }
    return client
        .sendNotification(notification)
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((response, failure) -> ended());
  }

  void retire() {
    boolean idle;
    synchronized (this) {
      idle = !retired && underWay == 0;
      retired = true;
    }
    if (idle) {
      client.close();
    }
  }

  /**
   * Ends all that waits for the server now. The client would connect for one push after the other,
   * with ever longer pauses; a new one begins afresh.
   */
  void abandon() {
    synchronized (this) {
      retired = true;
      abandoned = true;
    }
    client.close();
  }

  private void ended() {
    boolean last;
    synchronized (this) {
      underWay--;
      last = retired && !abandoned && underWay == 0;
    }
    if (last) {
      client.close();
    }
  }
}
