package io.pomona.organization.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pomona.api.Secret;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.Webhook;
import io.pomona.organization.webhooks.Webhooks.Made;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A webhook.
 *
 * @param secret only in the answer to who has just had one made
 */
public record WebhookView(
    long id,
    String name,
    String url,
    Optional<Long> teamId,
    List<String> topics,
    boolean includeRawPayload,
    boolean paused,
    Instant createdAt,
    long waiting,
    long dead,
    int failures,
    Optional<Instant> nextTryAt,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> secret) {
  static WebhookView of(Webhook webhook) {
    return of(webhook, Optional.empty());
  }

  static WebhookView of(Made made) {
    return of(made.webhook(), made.secret().map(Secret::revealText));
  }

  private static WebhookView of(Webhook webhook, Optional<String> secret) {
    return new WebhookView(
        webhook.id().value(),
        webhook.said().name(),
        webhook.said().url(),
        webhook.said().team().map(TeamId::value),
        webhook.said().topics().stream().sorted().toList(),
        webhook.said().payloads(),
        webhook.said().paused(),
        webhook.createdAt(),
        webhook.waiting(),
        webhook.dead(),
        webhook.failures(),
        Optional.of(webhook.nextTry()).filter(at -> at.isAfter(Instant.EPOCH)),
        secret);
  }
}
