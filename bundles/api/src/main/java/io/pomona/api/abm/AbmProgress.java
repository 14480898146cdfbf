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

  /**
   * @param cursor the next page; empty for the first
   */
  public record Fetch(Instant startedAt, Optional<String> cursor) {}
}
