package io.pomona.testkit.memory;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.NewWebhook;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.organization.Webhook;
import io.pomona.api.organization.WebhookId;
import io.pomona.api.organization.WebhookStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

public final class InMemoryWebhookStore implements WebhookStore {
  private final World world;
  private final WebhookTable table;

  public InMemoryWebhookStore(World world) {
    this.world = world;
    this.table = world.webhooks;
  }

  @Override
  public Webhook create(
      NewWebhook webhook, Instant now, Function<Webhook, ActivityDraft> activity) {
    synchronized (world) {
      world.requireTeam(webhook.team());
      WebhookId id = new WebhookId(world.nextId());
      long position = world.links.isEmpty() ? 0 : world.links.lastKey();
      table.webhooks.put(id.value(), new WebhookTable.Row(id, webhook, position, now));
      Webhook made = find(id).orElseThrow();
      world.write(activity.apply(made), now);
      return made;
    }
  }

  @Override
  public Optional<Webhook> find(WebhookId id) {
    synchronized (world) {
      return Optional.ofNullable(table.webhooks.get(id.value())).map(table::webhook);
    }
  }

  @Override
  public List<Webhook> list(TeamScope scope, PageRequest page) {
    synchronized (world) {
      return table.webhooks.tailMap(page.after(), false).values().stream()
          .filter(row -> scope.includes(row.said.team()))
          .skip(page.offset())
          .limit(page.limit())
          .map(table::webhook)
          .toList();
    }
  }

  @Override
  public Webhook change(
      WebhookId id,
      UnaryOperator<NewWebhook> wanted,
      Instant now,
      BiFunction<Webhook, Webhook, List<ActivityDraft>> activities) {
    synchronized (world) {
      WebhookTable.Row row = table.required(id);
      Webhook before = table.webhook(row);
      NewWebhook said = wanted.apply(row.said);
      row.said =
          new NewWebhook(
              said.name(),
              said.url(),
              row.said.team(),
              said.topics(),
              said.payloads(),
              said.paused(),
              said.sealedSecret());
      row.failures = 0;
      row.retryAt = Instant.EPOCH;
      Webhook after = table.webhook(row);
      activities.apply(before, after).forEach(activity -> world.write(activity, now));
      return after;
    }
  }

  @Override
  public void delete(WebhookId id, Instant now, Function<Webhook, ActivityDraft> activity) {
    synchronized (world) {
      Webhook gone = table.webhook(table.required(id));
      table.remove(id);
      world.write(activity.apply(gone), now);
    }
  }
}
