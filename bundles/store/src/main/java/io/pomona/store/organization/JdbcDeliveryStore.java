package io.pomona.store.organization;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Delivery;
import io.pomona.api.organization.DeliveryStore;
import io.pomona.api.organization.WebhookId;
import io.pomona.store.Persistence;
import io.pomona.store.SealedPlists;
import io.pomona.store.sql.Micros;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: nodes take turns by SKIP LOCKED of the webhook's row. */
@Component
public final class JdbcDeliveryStore implements DeliveryStore {
  private static final String DUE =
      "SELECT w.id FROM organization_webhook w WHERE NOT w.is_paused AND w.leased_until <= ?"
          + " AND w.retry_at <= ? AND EXISTS (SELECT 1 FROM organization_delivery d"
          + " WHERE d.webhook_id = w.id AND d.state = 'WAITING')"
          + " ORDER BY w.served_at, w.id LIMIT 1 FOR UPDATE SKIP LOCKED";

  private final Transactions transactions;
  private final SealedPlists plists;

  @Activate
  public JdbcDeliveryStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.plists = persistence.plists();
  }

  @Override
  public boolean follow(int limit, Instant now) {
    return transactions.sql(sql -> ActivityFollowing.step(sql, limit));
  }

  @Override
  public Optional<Turn> begin(int limit, Instant now, Duration longest) {
    Instant until = Micros.instant(Micros.of(now.plus(longest)));
    return transactions
        .sql(sql -> lease(sql, now, until))
        .flatMap(id -> transactions.read(sql -> turn(sql, id, limit, until)));
  }

  private static Optional<WebhookId> lease(Sql sql, Instant now, Instant until) {
    Optional<WebhookId> due = sql.first(DUE, row -> new WebhookId(row.number("id")), now, now);
    due.ifPresent(
        id ->
            sql.update(
                "UPDATE organization_webhook SET leased_until = ?, served_at = ? WHERE id = ?",
                until,
                now,
                id.value()));
    return due;
  }

  private Optional<Turn> turn(Sql sql, WebhookId id, int limit, Instant until) {
    return WebhookRows.uncounted(sql, id)
        .map(webhook -> new Turn(webhook, DeliveryRows.parcels(sql, plists, id, limit), until));
  }

  @Override
  public boolean delivered(Turn turn, long delivery, String outcome, Instant now) {
    return settled(turn, delivery, Delivery.State.DELIVERED, outcome, now);
  }

  @Override
  public boolean refused(Turn turn, long delivery, String outcome, Instant now) {
    return settled(turn, delivery, Delivery.State.DEAD, outcome, now);
  }

  /** Whoever answers is there, whatever it says. */
  private boolean settled(
      Turn turn, long delivery, Delivery.State state, String outcome, Instant now) {
    return transactions.sql(
        sql -> {
          tried(sql, delivery, state, outcome, now);
          return sql.update(
                      "UPDATE organization_webhook SET failures = 0, retry_at = 0"
                          + " WHERE id = ? AND leased_until = ?",
                      turn.webhook().id().value(),
                      turn.until())
                  > 0
              && turn.until().isAfter(now);
        });
  }

  /** What arrived needs no message any more, which is forgotten with the last that does. */
  private static void tried(
      Sql sql, long delivery, Delivery.State state, String outcome, Instant now) {
    String kept = state == Delivery.State.DELIVERED ? ", device_event_id = NULL" : "";
    sql.update(
        "UPDATE organization_delivery SET state = ?, attempts = attempts + 1, tried_at = ?,"
            + " outcome = ?"
            + kept
            + " WHERE id = ? AND state = 'WAITING'",
        state,
        now,
        outcome,
        delivery);
  }

  @Override
  public int failed(
      Turn turn, long delivery, String outcome, Instant again, Instant old, Instant now) {
    return transactions.sql(
        sql -> {
          long webhook = turn.webhook().id().value();
          tried(sql, delivery, Delivery.State.WAITING, outcome, now);
          sql.update(
              "UPDATE organization_webhook SET failures = failures + 1, retry_at = ?,"
                  + " leased_until = 0 WHERE id = ? AND leased_until = ?",
              again,
              webhook,
              turn.until());
          return sql.update(
              "UPDATE organization_delivery SET state = 'DEAD', outcome = CASE WHEN outcome = ''"
                  + " THEN CAST(? AS VARCHAR) ELSE outcome END"
                  + " WHERE webhook_id = ? AND state = 'WAITING' AND waiting_since < ?",
              outcome,
              webhook,
              old);
        });
  }

  @Override
  public void end(Turn turn) {
    transactions.sql(
        sql ->
            sql.update(
                "UPDATE organization_webhook SET leased_until = 0"
                    + " WHERE id = ? AND leased_until = ?",
                turn.webhook().id().value(),
                turn.until()));
  }

  @Override
  public List<Delivery> newest(
      WebhookId webhook, Optional<Delivery.State> state, PageRequest page) {
    StringBuilder text = new StringBuilder(DeliveryRows.SELECT).append(" WHERE d.webhook_id = ?");
    List<Object> values = new ArrayList<>(List.of(webhook.value()));
    state.ifPresent(
        one -> {
          text.append(" AND d.state = ?");
          values.add(one);
        });
    if (page.after() > 0) {
      text.append(" AND d.id < ?");
      values.add(page.after());
    }
    values.add(page.limit());
    values.add(page.offset());
    String all = text.append(" ORDER BY d.id DESC LIMIT ? OFFSET ?").toString();
    return transactions.read(sql -> sql.query(all, DeliveryRows::read, values.toArray()));
  }

  @Override
  public int redeliver(
      WebhookId webhook,
      Set<Long> deliveries,
      Instant now,
      Function<Integer, ActivityDraft> activity) {
    return transactions.sql(
        sql -> {
          WebhookRows.locked(sql, webhook);
          int waiting =
              sql.update(
                  "UPDATE organization_delivery SET state = 'WAITING', waiting_since = ?"
                      + " WHERE webhook_id = ? AND state = 'DEAD' AND (? OR id = ANY(?))",
                  now,
                  webhook.value(),
                  deliveries.isEmpty(),
                  deliveries.toArray(Long[]::new));
          if (waiting > 0) {
            sql.update(
                "UPDATE organization_webhook SET failures = 0, retry_at = 0 WHERE id = ?",
                webhook.value());
            Activities.write(sql, activity.apply(waiting), now);
          }
          return waiting;
        });
  }

  @Override
  public int giveUp(Instant old, int most, int limit, Instant now) {
    return transactions.sql(sql -> DeliveryBounds.giveUp(sql, old, most, limit));
  }

  @Override
  public int purge(Instant before, int most, int limit) {
    return transactions.sql(sql -> DeliveryBounds.forget(sql, before, most, limit));
  }
}
