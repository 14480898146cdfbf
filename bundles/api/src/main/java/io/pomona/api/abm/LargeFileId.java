package io.pomona.api.abm;

/** A file that is kept in parts. */
public record LargeFileId(long value) {}
