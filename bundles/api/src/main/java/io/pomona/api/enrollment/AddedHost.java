package io.pomona.api.enrollment;

/**
 * What became of a {@link NewHost}.
 *
 * @param added false where the Mac was known already; then nothing of it has changed
 */
public record AddedHost(Host host, boolean added) {}
