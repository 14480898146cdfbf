package io.pomona.api.organization;

/** A person's number, at least 1. */
public record UserId(long value) {}
