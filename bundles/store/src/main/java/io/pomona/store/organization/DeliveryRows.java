package io.pomona.store.organization;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.Delivery;
import io.pomona.api.organization.DeliveryStore.Parcel;
import io.pomona.api.organization.DeviceEvent;
import io.pomona.api.organization.DeviceTopic;
import io.pomona.api.organization.WebhookId;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.SealedPlists;
import io.pomona.store.SealedPlists.Kind;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Rows of deliveries, with what they carry. */
final class DeliveryRows {
  static final String SELECT =
      "SELECT d.id, d.event_id, d.topic, d.created_at, d.state, d.attempts, d.tried_at, d.outcome,"
          + " d.activity_id, d.device_event_id FROM organization_delivery d";

  private record Waiting(Delivery delivery, Optional<Long> activity, Optional<Long> event) {}

  private DeliveryRows() {}

  static Delivery read(Row row) throws SQLException {
    return new Delivery(
        row.number("id"),
        row.text("event_id"),
        row.text("topic"),
        row.instant("created_at"),
        Delivery.State.valueOf(row.text("state")),
        (int) row.number("attempts"),
        row.optionalInstant("tried_at"),
        row.text("outcome"));
  }

  /** The first that wait for a webhook. */
  static List<Parcel> parcels(Sql sql, SealedPlists plists, WebhookId webhook, int limit) {
    List<Waiting> waiting =
        sql.query(
            SELECT + " WHERE d.webhook_id = ? AND d.state = 'WAITING' ORDER BY d.id LIMIT ?",
            row ->
                new Waiting(
                    read(row),
                    row.optionalNumber("activity_id"),
                    row.optionalNumber("device_event_id")),
            webhook.value(),
            limit);
    Map<Long, Activity> activities = new HashMap<>();
    sql.query(
        ActivityRows.SELECT + " WHERE a.id = ANY(?)",
        row -> activities.put(row.number("id"), ActivityRows.read(row)),
        (Object) numbers(waiting, Waiting::activity));
    Map<Long, DeviceEvent> events = new HashMap<>();
    sql.query(
        "SELECT * FROM organization_device_event WHERE id = ANY(?)",
        row -> {
          long id = row.number("id");
          readable(row, plists).ifPresent(event -> events.put(id, event));
          return id;
        },
        (Object) numbers(waiting, Waiting::event));
    return waiting.stream()
        .map(
            one ->
                new Parcel(
                    one.delivery(),
                    one.activity().map(activities::get),
                    one.event().map(events::get)))
        .toList();
  }

  private static Long[] numbers(List<Waiting> waiting, Function<Waiting, Optional<Long>> number) {
    return waiting.stream().flatMap(one -> number.apply(one).stream()).toArray(Long[]::new);
  }

  /** What was sealed under another master key is lost; that it happened is not. */
  private static Optional<byte[]> opened(SealedPlists plists, byte[] stored) {
    try {
      return Optional.of(plists.open(Kind.EVENT, stored));
    } catch (MdmException e) {
      return Optional.empty();
    }
  }

  /** One that a later version wrote, or that was damaged, must not hold up those behind it. */
  private static Optional<DeviceEvent> readable(Row row, SealedPlists plists) throws SQLException {
    try {
      return Optional.of(event(row, plists));
    } catch (IllegalArgumentException | MdmException e) {
      return Optional.empty();
    }
  }

  private static DeviceEvent event(Row row, SealedPlists plists) throws SQLException {
    return new DeviceEvent(
        DeviceTopic.valueOf(row.text("topic")),
        ChannelId.parse(row.text("channel")),
        row.optionalText("status"),
        row.optionalText("cmd_uuid"),
        row.optionalBytes("payload").flatMap(stored -> opened(plists, stored)),
        row.instant("created_at"));
  }
}
