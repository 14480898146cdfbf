package io.pomona.api.enrollment;

/** A host's number, at least 1. */
public record HostId(long value) {}
