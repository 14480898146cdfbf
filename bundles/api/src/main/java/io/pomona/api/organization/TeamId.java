package io.pomona.api.organization;

/** A team's number, at least 1. Hosts and profiles of no team have an empty {@code Optional}. */
public record TeamId(long value) {}
