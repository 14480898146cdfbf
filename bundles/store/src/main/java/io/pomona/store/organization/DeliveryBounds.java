package io.pomona.store.organization;

import io.pomona.api.organization.Delivery;
import io.pomona.api.organization.WebhookId;
import io.pomona.store.sql.Sql;
import java.time.Instant;
import java.util.List;

/**
 * How much is kept for webhooks. In steps, each along an index, so that neither a large backlog nor
 * what is old holds up those who tell and deliver meanwhile.
 */
final class DeliveryBounds {
  private static final String GIVE_UP =
      "UPDATE organization_delivery SET state = 'DEAD', outcome = CASE WHEN outcome = ''"
          + " THEN 'It waited for too long, or too many did.' ELSE outcome END WHERE id IN (SELECT"
          + " d.id FROM organization_delivery d WHERE d.webhook_id = ? AND d.state = 'WAITING'";

  private record Receiver(WebhookId id, boolean paused) {}

  private DeliveryBounds() {}

  static int giveUp(Sql sql, Instant old, int most, int limit) {
    int given = 0;
    for (Receiver receiver : receivers(sql)) {
      given +=
          sql.update(
              GIVE_UP + " AND d.id <= ? ORDER BY d.id LIMIT ?)",
              receiver.id().value(),
              lastBeyond(sql, receiver, Delivery.State.WAITING, most),
              limit);
      // Whoever is paused is meant to get it later.
      if (!receiver.paused()) {
        given +=
            sql.update(
                GIVE_UP + " AND d.waiting_since < ? ORDER BY d.id LIMIT ?)",
                receiver.id().value(),
                old,
                limit);
      }
    }
    return given;
  }

  private static List<Receiver> receivers(Sql sql) {
    return sql.query(
        "SELECT id, is_paused FROM organization_webhook ORDER BY id",
        row -> new Receiver(new WebhookId(row.number("id")), row.flag("is_paused")));
  }

  /** Of a state, the newest of those that are too many; 0 where none is. */
  private static long lastBeyond(Sql sql, Receiver receiver, Delivery.State state, int most) {
    return sql.first(
            "SELECT id FROM organization_delivery WHERE webhook_id = ? AND state = ?"
                + " ORDER BY id DESC LIMIT 1 OFFSET ?",
            row -> row.number("id"),
            receiver.id().value(),
            state,
            most)
        .orElse(0L);
  }

  static int forget(Sql sql, Instant before, int most, int limit) {
    int gone =
        sql.update(
            "DELETE FROM organization_delivery WHERE id IN (SELECT d.id"
                + " FROM organization_delivery d WHERE d.created_at < ? LIMIT ?)",
            before,
            limit);
    for (Receiver receiver : receivers(sql)) {
      gone += forget(sql, receiver, Delivery.State.DELIVERED, most, limit);
      gone += forget(sql, receiver, Delivery.State.DEAD, most, limit);
    }
    return gone + messages(sql, limit);
  }

  private static int forget(Sql sql, Receiver receiver, Delivery.State state, int most, int limit) {
    return sql.update(
        "DELETE FROM organization_delivery WHERE id IN (SELECT d.id FROM organization_delivery d"
            + " WHERE d.webhook_id = ? AND d.state = ? AND d.id <= ? ORDER BY d.id LIMIT ?)",
        receiver.id().value(),
        state,
        lastBeyond(sql, receiver, state, most),
        limit);
  }

  /** What a Mac said is forgotten as soon as nobody can want it any more. */
  private static int messages(Sql sql, int limit) {
    return sql.update(
        "DELETE FROM organization_device_event WHERE id IN (SELECT e.id"
            + " FROM organization_device_event e WHERE NOT EXISTS (SELECT 1"
            + " FROM organization_delivery d WHERE d.device_event_id = e.id) LIMIT ?)",
        limit);
  }
}
