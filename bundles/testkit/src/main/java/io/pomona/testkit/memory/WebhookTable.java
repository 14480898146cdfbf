package io.pomona.testkit.memory;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.Delivery;
import io.pomona.api.organization.Delivery.State;
import io.pomona.api.organization.DeviceEvent;
import io.pomona.api.organization.NewWebhook;
import io.pomona.api.organization.Webhook;
import io.pomona.api.organization.WebhookId;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** Webhooks and what waits for them. */
final class WebhookTable {
  final TreeMap<Long, Row> webhooks = new TreeMap<>();
  final TreeMap<Long, Item> items = new TreeMap<>();

  /** A webhook. */
  static final class Row {
    final WebhookId id;
    final Instant createdAt;
    NewWebhook said;
    long position;
    int failures;
    Instant retryAt = Instant.EPOCH;
    Instant leasedUntil = Instant.EPOCH;
    Instant servedAt = Instant.EPOCH;

    Row(WebhookId id, NewWebhook said, long position, Instant createdAt) {
      this.id = id;
      this.said = said;
      this.position = position;
      this.createdAt = createdAt;
    }
  }

  /** Something that waits, or has waited, for a webhook. */
  static final class Item {
    final WebhookId webhook;
    final Optional<Activity> activity;
    final Optional<DeviceEvent> event;
    Delivery delivery;
    Instant waitingSince;

    Item(
        WebhookId webhook,
        Delivery delivery,
        Optional<Activity> activity,
        Optional<DeviceEvent> event) {
      this.webhook = webhook;
      this.delivery = delivery;
      this.activity = activity;
      this.event = event;
      this.waitingSince = delivery.at();
    }

    boolean isOf(WebhookId id, State state) {
      return webhook.equals(id) && delivery.state() == state;
    }

    void become(State state, int attempts, Optional<Instant> triedAt, String outcome) {
      delivery =
          new Delivery(
              delivery.id(),
              delivery.eventId(),
              delivery.topic(),
              delivery.at(),
              state,
              attempts,
              triedAt,
              outcome);
    }
  }

  Webhook webhook(Row row) {
    return new Webhook(
        row.id,
        row.said,
        row.createdAt,
        count(row.id, State.WAITING),
        count(row.id, State.DEAD),
        row.failures,
        row.retryAt);
  }

  /** Without what waits for it. */
  Webhook uncounted(Row row) {
    return new Webhook(row.id, row.said, row.createdAt, 0, 0, row.failures, row.retryAt);
  }

  private long count(WebhookId id, State state) {
    return items.values().stream().filter(item -> item.isOf(id, state)).count();
  }

  Row required(WebhookId id) {
    return Optional.ofNullable(webhooks.get(id.value()))
        .orElseThrow(
            () ->
                MdmException.notFound(
                    "organization.webhook_not_found", "There is no such webhook."));
  }

  void remove(WebhookId id) {
    webhooks.remove(id.value());
    items.values().removeIf(item -> item.webhook.equals(id));
  }
}
