package io.pomona.store.organization;

import io.pomona.api.organization.Activity;
import io.pomona.api.organization.Webhook;
import io.pomona.api.organization.WebhookId;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How webhooks get their activities: each goes along the chain, which has no gaps and to which
 * nothing is added but at its end, so that writing an activity costs nothing more.
 */
final class ActivityFollowing {
  private record Behind(long id, long position) {}

  private record Link(long position, Activity activity) {}

  private ActivityFollowing() {}

  static boolean step(Sql sql, int limit) {
    return sql.first(
            "SELECT w.id, w.activity_position FROM organization_webhook w"
                + " WHERE w.activity_position < (SELECT h.head_position"
                + " FROM organization_activity_head h WHERE h.id = 1)"
                + " ORDER BY w.activity_position, w.id LIMIT 1 FOR UPDATE SKIP LOCKED",
            row -> new Behind(row.number("id"), row.number("activity_position")))
        .map(webhook -> follow(sql, webhook.id(), webhook.position(), limit))
        .orElse(false);
  }

  private static boolean follow(Sql sql, long id, long position, int limit) {
    Webhook webhook = WebhookRows.uncounted(sql, new WebhookId(id)).orElseThrow();
    List<Link> links =
        sql.query(
            ActivityRows.SELECT
                + " WHERE a.chain_position > ? ORDER BY a.chain_position, a.id LIMIT ?",
            ActivityFollowing::link,
            position,
            limit);
    add(sql, webhook, links);
    // Somebody may have taken the last links away; waiting for them would be of no use.
    long reached =
        links.isEmpty()
            ? sql.number("SELECT head_position AS n FROM organization_activity_head WHERE id = 1")
            : links.get(links.size() - 1).position();
    sql.update("UPDATE organization_webhook SET activity_position = ? WHERE id = ?", reached, id);
    return true;
  }

  private static Link link(Row row) throws SQLException {
    return new Link(row.number("chain_position"), ActivityRows.read(row));
  }

  private static void add(Sql sql, Webhook webhook, List<Link> links) {
    List<Object[]> rows = new ArrayList<>();
    for (Link link : links) {
      Activity activity = link.activity();
      Instant at = activity.createdAt();
      if (!at.isBefore(webhook.createdAt()) && webhook.said().wants(activity)) {
        rows.add(
            new Object[] {
              webhook.id().value(), eventId(activity), activity.type(), activity.id(), at, at
            });
      }
    }
    sql.batch(
        "INSERT INTO organization_delivery"
            + " (webhook_id, event_id, topic, activity_id, created_at, waiting_since, state)"
            + " VALUES (?, ?, ?, ?, ?, ?, 'WAITING')",
        rows);
  }

  private static String eventId(Activity activity) {
    return "activity-" + activity.id();
  }
}
