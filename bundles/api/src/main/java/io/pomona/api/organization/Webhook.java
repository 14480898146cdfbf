package io.pomona.api.organization;

import java.time.Instant;

/**
 * Somebody who is called when something happens.
 *
 * @param waiting how many events have not been delivered yet
 * @param dead how many were given up and can be delivered again
 * @param failures how many attempts have failed since the last that succeeded
 * @param nextTry not before then; the epoch = at once
 */
public record Webhook(
    WebhookId id,
    NewWebhook said,
    Instant createdAt,
    long waiting,
    long dead,
    int failures,
    Instant nextTry) {}
