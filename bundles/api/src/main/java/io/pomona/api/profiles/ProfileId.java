package io.pomona.api.profiles;

/** A stored profile's number, at least 1; a changed profile gets a new one. */
public record ProfileId(long value) {}
