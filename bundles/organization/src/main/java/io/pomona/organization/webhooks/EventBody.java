package io.pomona.organization.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.Delivery;
import io.pomona.api.organization.DeliveryStore.Parcel;
import io.pomona.api.organization.DeviceEvent;
import io.pomona.api.organization.DeviceTopic;
import io.pomona.api.organization.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Events as JSON: those of Macs in the form that receivers of MicroMDM's events read. */
final class EventBody {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EventBody() {}

  /**
   * Empty when what it is about is gone.
   *
   * @param payloads whether the message of a Mac may be in it
   */
  static Optional<byte[]> of(Parcel parcel, boolean payloads) {
    Delivery delivery = parcel.delivery();
    Map<String, Object> body = envelope(delivery.topic(), delivery.eventId(), delivery.at());
    parcel.activity().ifPresent(activity -> body.put("activity", activity(activity)));
    parcel.event().ifPresent(event -> body.put(place(event), event(event, payloads)));
    return parcel.activity().isPresent() || parcel.event().isPresent()
        ? Optional.of(bytes(body))
        : Optional.empty();
  }

  /** Tells nothing but that it arrives. */
  static byte[] test(String eventId, Instant at) {
    return bytes(envelope("test", eventId, at));
  }

  private static Map<String, Object> envelope(String topic, String eventId, Instant at) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("topic", topic);
    body.put("event_id", eventId);
    body.put("created_at", at.toString());
    return body;
  }

  private static String place(DeviceEvent event) {
    return event.topic() == DeviceTopic.CONNECT ? "acknowledge_event" : "checkin_event";
  }

  private static Map<String, Object> event(DeviceEvent event, boolean payloads) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("udid", event.channel().device());
    event.channel().user().ifPresent(user -> said.put("enrollment_id", event.channel().value()));
    event.status().ifPresent(status -> said.put("status", status));
    event.commandUuid().ifPresent(uuid -> said.put("command_uuid", uuid));
    event
        .payload()
        .filter(payload -> payloads)
        .ifPresent(payload -> said.put("raw_payload", Base64.getEncoder().encodeToString(payload)));
    return said;
  }

  private static Map<String, Object> activity(Activity activity) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("id", activity.id());
    said.put("created_at", activity.createdAt().toString());
    said.put("actor_full_name", activity.actorName());
    said.put("actor_id", activity.actor().map(UserId::value).orElse(null));
    said.put("actor_email", activity.actorEmail());
    said.put("type", activity.type());
    said.put("details", new TreeMap<>(activity.details()));
    return said;
  }

  private static byte[] bytes(Map<String, Object> body) {
    try {
      return JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An event is no JSON.", e);
    }
  }
}
