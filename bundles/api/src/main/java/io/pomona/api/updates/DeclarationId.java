package io.pomona.api.updates;

/** Names a declaration that somebody uploaded. */
public record DeclarationId(long value) {}
