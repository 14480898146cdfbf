package io.pomona.api.escrow;

/** Which replacement of a recovery key; a later one has a higher number. */
public record KeyRotationId(long value) {}
