package io.pomona.api.apns;

/** Names a request for a push certificate. */
public record PushRequestId(long value) {}
