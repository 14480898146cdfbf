package io.pomona.organization.rest;

import io.pomona.api.organization.Delivery;
import java.time.Instant;
import java.util.Optional;

/** An event on its way to a webhook. */
public record DeliveryView(
    long id,
    String eventId,
    String topic,
    Instant createdAt,
    String state,
    int attempts,
    Optional<Instant> triedAt,
    String outcome) {
  static DeliveryView of(Delivery delivery) {
    return new DeliveryView(
        delivery.id(),
        delivery.eventId(),
        delivery.topic(),
        delivery.at(),
        delivery.state().label(),
        delivery.attempts(),
        delivery.triedAt(),
        delivery.outcome());
  }
}
