package io.pomona.api.organization;

/** Identifies a webhook. */
public record WebhookId(long value) {}
