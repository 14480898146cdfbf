package io.pomona.store.organization;

import io.pomona.api.organization.DeviceEvent;
import io.pomona.api.organization.DeviceEvents;
import io.pomona.api.organization.DeviceTopic;
import io.pomona.store.Persistence;
import io.pomona.store.SealedPlists;
import io.pomona.store.SealedPlists.Kind;
import io.pomona.store.peers.Generations;
import io.pomona.store.peers.Peers;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Native SQL: runs before a Mac is answered. Who wants what is remembered until a webhook changes,
 * on any node.
 */
@Component
public final class JdbcDeviceEvents implements DeviceEvents {
  private static final String WEBHOOKS = "webhooks";

  private final Transactions transactions;
  private final Generations generations;
  private final Peers peers;
  private final SealedPlists plists;
  private volatile Known known = new Known(List.of(), -1);

  private record Wish(Set<String> topics, boolean payloads) {
    boolean includes(DeviceTopic topic) {
      return topics.isEmpty() || topics.contains(topic.label());
    }
  }

  private record Known(List<Wish> wishes, long stamp) {}

  @Activate
  public JdbcDeviceEvents(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.generations = persistence.memory().webhooks();
    this.peers = persistence.peers();
    this.plists = persistence.plists();
  }

  @Override
  public Interest interest(DeviceTopic topic) {
    Interest most = Interest.NOTHING;
    for (Wish wish : wishes()) {
      if (wish.includes(topic)) {
        most =
            wish.payloads() ? Interest.PAYLOAD : most == Interest.NOTHING ? Interest.EVENT : most;
      }
    }
    return most;
  }

  private List<Wish> wishes() {
    Known last = known;
    if (last.stamp >= 0 && generations.isUnchanged(WEBHOOKS, last.stamp) && peers.isInTouch()) {
      return last.wishes;
    }
    long stamp = generations.stamp();
    List<Wish> wishes =
        transactions.read(
            sql ->
                sql.query(
                    "SELECT topics, payloads FROM organization_webhook",
                    row -> new Wish(WebhookRows.topics(row.text("topics")), row.flag("payloads"))));
    known = new Known(wishes, stamp);
    return wishes;
  }

  @Override
  public void tell(DeviceEvent event) {
    transactions.sql(
        sql -> {
          Long[] webhooks = wanting(sql, event);
          if (webhooks.length > 0) {
            keep(sql, event, webhooks);
          }
          return null;
        });
  }

  /** Of the whole organization, and of the team that the Mac is in now. */
  private static Long[] wanting(Sql sql, DeviceEvent event) {
    return sql.query(
            "SELECT w.id FROM organization_webhook w WHERE (w.topics = ''"
                + " OR POSITION(CAST(? AS VARCHAR) IN w.topics) > 0) AND (w.team_id IS NULL"
                + " OR w.team_id = (SELECT h.team_id FROM enrollment_host h WHERE h.id ="
                + " (SELECT c.host_id FROM enrollment_channel c WHERE c.channel = ?)))"
                + " ORDER BY w.id",
            row -> row.number("id"),
            " " + event.topic().label() + " ",
            event.channel().deviceChannel().value())
        .toArray(Long[]::new);
  }

  private void keep(Sql sql, DeviceEvent event, Long[] webhooks) {
    String name = UUID.randomUUID().toString();
    Optional<byte[]> payload = event.payload().map(plain -> plists.seal(Kind.EVENT, plain));
    sql.update(
        "INSERT INTO organization_device_event"
            + " (event_id, topic, channel, status, cmd_uuid, payload, created_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        name,
        event.topic(),
        event.channel().value(),
        event.status(),
        event.commandUuid(),
        payload,
        event.at());
    sql.update(
        "INSERT INTO organization_delivery"
            + " (webhook_id, event_id, topic, device_event_id, created_at, waiting_since, state)"
            + " SELECT w.id, e.event_id, CAST(? AS VARCHAR), e.id, e.created_at, e.created_at,"
            + " 'WAITING' FROM organization_device_event e, organization_webhook w"
            + " WHERE e.event_id = ? AND w.id = ANY(?) ORDER BY w.id",
        event.topic().label(),
        name,
        webhooks);
  }
}
