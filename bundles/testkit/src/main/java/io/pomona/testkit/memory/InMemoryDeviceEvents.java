package io.pomona.testkit.memory;

import io.pomona.api.organization.Delivery;
import io.pomona.api.organization.DeviceEvent;
import io.pomona.api.organization.DeviceEvents;
import io.pomona.api.organization.DeviceTopic;
import io.pomona.api.organization.NewWebhook;
import io.pomona.api.organization.TeamId;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

public final class InMemoryDeviceEvents implements DeviceEvents {
  private final World world;

  public InMemoryDeviceEvents(World world) {
    this.world = world;
  }

  @Override
  public Interest interest(DeviceTopic topic) {
    synchronized (world) {
      return world.webhooks.webhooks.values().stream()
          .filter(row -> row.said.wants(topic.label()))
          .map(row -> row.said.payloads() ? Interest.PAYLOAD : Interest.EVENT)
          .max(Comparator.naturalOrder())
          .orElse(Interest.NOTHING);
    }
  }

  @Override
  public void tell(DeviceEvent event) {
    synchronized (world) {
      String name = UUID.randomUUID().toString();
      Optional<TeamId> team = world.hostOf(event.channel()).flatMap(host -> host.team);
      for (WebhookTable.Row row : world.webhooks.webhooks.values()) {
        if (wants(row.said, event, team)) {
          Delivery delivery =
              new Delivery(
                  world.nextId(),
                  name,
                  event.topic().label(),
                  event.at(),
                  Delivery.State.WAITING,
                  0,
                  Optional.empty(),
                  "");
          world.webhooks.items.put(
              delivery.id(),
              new WebhookTable.Item(row.id, delivery, Optional.empty(), Optional.of(event)));
        }
      }
    }
  }

  private static boolean wants(NewWebhook said, DeviceEvent event, Optional<TeamId> team) {
    return said.wants(event.topic().label()) && (said.team().isEmpty() || said.team().equals(team));
  }
}
