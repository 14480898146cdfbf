package io.pomona.protocol.dep;

/**
 * A pane of Setup Assistant that a Mac may leave out.
 *
 * @param since the first macOS that knows it; empty text for all that enroll automatically
 */
public record SkipKey(String name, String since) {}
