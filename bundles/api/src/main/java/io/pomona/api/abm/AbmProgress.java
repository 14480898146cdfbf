package io.pomona.api.abm;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the synchronization of a token has come.
 *
 * @param cursor where changes go on; empty until all Macs were fetched once, and when Apple knows
 *     the cursor no more
 * @param fetch the fetch of all Macs that is under way
 * @param fullAt when the last complete fetch of all Macs began
 */
public record AbmProgress(
    Optional<String> cursor, Optional<Fetch> fetch, Optional<Instant> fullAt) {

  public static AbmProgress none() {
    return new AbmProgress(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Changes go on there. */
  public AbmProgress changesAt(String next) {
    return new AbmProgress(Optional.of(next), fetch, fullAt);
  }

  /** Apple does not know the cursor of changes any more. */
  public AbmProgress withoutCursor() {
    return new AbmProgress(Optional.empty(), fetch, fullAt);
  }

  /** The fetch goes on there. */
  public AbmProgress fetching(Fetch begun, String next) {
    return new AbmProgress(
        cursor, Optional.of(new Fetch(begun.startedAt(), Optional.of(next))), fullAt);
  }

  /** The fetch begins anew, or none is under way. */
  public AbmProgress withoutFetch() {
    return new AbmProgress(cursor, Optional.empty(), fullAt);
  }

  /** The fetch is complete; changes go on where they were, else behind it. */
  public AbmProgress fetched(Fetch begun, String behind) {
    return new AbmProgress(
        cursor.or(() -> Optional.of(behind)), Optional.empty(), Optional.of(begun.startedAt()));
  }

  /**
   * @param cursor the next page; empty for the first
   */
  public record Fetch(Instant startedAt, Optional<String> cursor) {}
}
