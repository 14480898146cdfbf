package io.pomona.commands.timeline;

import io.pomona.api.commands.CommandTrail;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One step.
 *
 * @param command whose step it is; a push is for whatever waits
 * @param by who wanted it, empty text for the Mac, Apple and time
 * @param text in words
 */
public record Event(
    Instant time, EventKind kind, Optional<CommandTrail> command, String by, String text) {
  /** What happened at the same time came in the order of its kinds. */
  static final Comparator<Event> NEWEST_FIRST =
      Comparator.comparing(Event::time).thenComparing(Event::kind).reversed();
}
