package io.pomona.api.updates;

import java.time.Instant;
import java.util.Optional;

/**
 * What a Mac knows of its declarations, by the tokens of whole sets.
 *
 * @param told the one that a command has told it, empty when none did in this enrollment
 * @param toldAt the epoch for never
 * @param fetched the one that it was answered when it asked last which declarations there are
 * @param fetchedAt the epoch for never
 */
public record DeclarationStanding(
    Optional<String> told, Instant toldAt, Optional<String> fetched, Instant fetchedAt) {
  /** Of a Mac that has not heard of declarations. */
  public static final DeclarationStanding NONE =
      new DeclarationStanding(Optional.empty(), Instant.EPOCH, Optional.empty(), Instant.EPOCH);

  /** When it heard of its declarations last, in whichever way. */
  public Instant heardAt() {
    return toldAt.isAfter(fetchedAt) ? toldAt : fetchedAt;
  }
}
