package io.pomona.organization.webhooks;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.NewWebhook;
import io.pomona.api.organization.Webhook;
import java.net.URI;
import java.util.List;

/** What is told of changes to webhooks. Of an address only the host: the rest may be a secret. */
final class WebhookActivities {
  private WebhookActivities() {}

  static ActivityDraft of(Actor actor, String type, Webhook webhook) {
    return named(actor, type, webhook).with("webhook_host", host(webhook.said()));
  }

  private static ActivityDraft named(Actor actor, String type, Webhook webhook) {
    ActivityDraft draft =
        ActivityDraft.of(actor, type)
            .with("webhook_id", webhook.id().value())
            .with("webhook_name", webhook.said().name());
    return webhook.said().team().map(team -> draft.with("team_id", team.value())).orElse(draft);
  }

  static ActivityDraft redelivered(Actor actor, Webhook webhook, int deliveries) {
    return named(actor, "redelivered_webhook_events", webhook)
        .with("deliveries", (long) deliveries);
  }

  static List<ActivityDraft> edited(Actor actor, Webhook before, Webhook after) {
    List<String> changed = WebhookChanges.between(before.said(), after.said());
    if (changed.isEmpty()) {
      return List.of();
    }
    ActivityDraft draft = of(actor, "edited_webhook", after).with("changed", changed);
    if (changed.contains("name")) {
      draft = draft.with("previous_webhook_name", before.said().name());
    }
    if (changed.contains("url")) {
      draft = draft.with("previous_webhook_host", host(before.said()));
    }
    return List.of(draft);
  }

  private static String host(NewWebhook said) {
    return URI.create(said.url()).getHost();
  }
}
