package io.pomona.store.organization;

import io.pomona.api.MdmException;
import io.pomona.api.organization.NewWebhook;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.Webhook;
import io.pomona.api.organization.WebhookId;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Rows of webhooks with what waits for them. */
final class WebhookRows {
  static final String SELECT =
      "SELECT w.*, (SELECT COUNT(*) FROM organization_delivery d"
          + " WHERE d.webhook_id = w.id AND d.state = 'WAITING') AS waiting,"
          + " (SELECT COUNT(*) FROM organization_delivery d"
          + " WHERE d.webhook_id = w.id AND d.state = 'DEAD') AS dead FROM organization_webhook w";

  /** For who is called in each turn: a backlog is not counted then. */
  private static final String UNCOUNTED =
      "SELECT w.*, 0 AS waiting, 0 AS dead FROM organization_webhook w WHERE w.id = ?";

  private WebhookRows() {}

  static Webhook read(Row row) throws SQLException {
    return new Webhook(
        new WebhookId(row.number("id")),
        said(row),
        row.instant("created_at"),
        row.number("waiting"),
        row.number("dead"),
        (int) row.number("failures"),
        row.instant("retry_at"));
  }

  private static NewWebhook said(Row row) throws SQLException {
    return new NewWebhook(
        row.text("name"),
        row.text("url"),
        row.optionalNumber("team_id").map(TeamId::new),
        topics(row.text("topics")),
        row.flag("payloads"),
        row.flag("is_paused"),
        row.bytes("sealed_secret"));
  }

  static Set<String> topics(String stored) {
    return stored.isBlank() ? Set.of() : Set.of(stored.strip().split(" "));
  }

  static String stored(Set<String> topics) {
    return topics.isEmpty() ? "" : " " + String.join(" ", new TreeSet<>(topics)) + " ";
  }

  static Optional<Webhook> find(Sql sql, WebhookId id) {
    return sql.first(SELECT + " WHERE w.id = ?", WebhookRows::read, id.value());
  }

  static Optional<Webhook> uncounted(Sql sql, WebhookId id) {
    return sql.first(UNCOUNTED, WebhookRows::read, id.value());
  }

  static Webhook locked(Sql sql, WebhookId id) {
    sql.query(
        "SELECT id FROM organization_webhook WHERE id = ? FOR UPDATE",
        row -> row.number("id"),
        id.value());
    return find(sql, id).orElseThrow(WebhookRows::unknown);
  }

  private static MdmException unknown() {
    return MdmException.notFound(
        "organization.webhook_not_found", "There is no such webhook; list the webhooks.");
  }
}
