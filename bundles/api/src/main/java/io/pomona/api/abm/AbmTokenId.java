package io.pomona.api.abm;

/** The number of a server token, at least 1. A renewed token keeps it. */
public record AbmTokenId(long value) {}
