package io.pomona.store.organization;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.NewWebhook;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.organization.Webhook;
import io.pomona.api.organization.WebhookId;
import io.pomona.api.organization.WebhookStore;
import io.pomona.store.Persistence;
import io.pomona.store.peers.Peers;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: webhooks are counted with what waits for them. */
@Component
public final class JdbcWebhookStore implements WebhookStore {
  private final Transactions transactions;
  private final Peers peers;

  @Activate
  public JdbcWebhookStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.peers = persistence.peers();
  }

  /** What stands in the chain already was before. */
  @Override
  public Webhook create(
      NewWebhook webhook, Instant now, Function<Webhook, ActivityDraft> activity) {
    return transactions.sql(
        sql -> {
          TeamRows.hold(sql, webhook.team());
          long id = sql.number(sql.dialect().nextValue("organization_webhook_seq"));
          sql.update(
              "INSERT INTO organization_webhook (id, name, url, team_id, topics, payloads,"
                  + " is_paused, sealed_secret, created_at, activity_position) VALUES"
                  + " (?, ?, ?, ?, ?, ?, ?, ?, ?, COALESCE((SELECT head_position"
                  + " FROM organization_activity_head WHERE id = 1), 0))",
              id,
              webhook.name(),
              webhook.url(),
              webhook.team().map(TeamId::value),
              WebhookRows.stored(webhook.topics()),
              webhook.payloads(),
              webhook.paused(),
              webhook.sealedSecret(),
              now);
          Webhook made = WebhookRows.find(sql, new WebhookId(id)).orElseThrow();
          Activities.write(sql, activity.apply(made), now);
          peers.tellWebhooks(sql);
          return made;
        });
  }

  @Override
  public Optional<Webhook> find(WebhookId id) {
    return transactions.read(sql -> WebhookRows.find(sql, id));
  }

  @Override
  public List<Webhook> list(TeamScope scope, PageRequest page) {
    StringBuilder text = new StringBuilder(WebhookRows.SELECT).append(" WHERE w.id > ?");
    List<Object> values = new ArrayList<>(List.of(page.after()));
    if (!scope.all()) {
      text.append(" AND COALESCE(w.team_id, 0) = ANY(?)");
      values.add(TeamRows.numbers(scope));
    }
    values.add(page.limit());
    values.add(page.offset());
    String all = text.append(" ORDER BY w.id LIMIT ? OFFSET ?").toString();
    return transactions.read(sql -> sql.query(all, WebhookRows::read, values.toArray()));
  }

  @Override
  public Webhook change(
      WebhookId id,
      UnaryOperator<NewWebhook> wanted,
      Instant now,
      BiFunction<Webhook, Webhook, List<ActivityDraft>> activities) {
    return transactions.sql(
        sql -> {
          Webhook before = WebhookRows.locked(sql, id);
          NewWebhook said = wanted.apply(before.said());
          sql.update(
              "UPDATE organization_webhook SET name = ?, url = ?, topics = ?, payloads = ?,"
                  + " is_paused = ?, sealed_secret = ?, failures = 0, retry_at = 0 WHERE id = ?",
              said.name(),
              said.url(),
              WebhookRows.stored(said.topics()),
              said.payloads(),
              said.paused(),
              said.sealedSecret(),
              id.value());
          Webhook after = WebhookRows.find(sql, id).orElseThrow();
          Activities.write(sql, activities.apply(before, after), now);
          peers.tellWebhooks(sql);
          return after;
        });
  }

  @Override
  public void delete(WebhookId id, Instant now, Function<Webhook, ActivityDraft> activity) {
    transactions.sql(
        sql -> {
          Webhook gone = WebhookRows.locked(sql, id);
          sql.update("DELETE FROM organization_webhook WHERE id = ?", id.value());
          Activities.write(sql, activity.apply(gone), now);
          peers.tellWebhooks(sql);
          return null;
        });
  }
}
