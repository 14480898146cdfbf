package io.pomona.api.abm;

import java.time.Instant;
import java.util.Optional;

/**
 * How the synchronization of a token goes.
 *
 * @param syncedAt when a run last ended well
 * @param dueAt when the next one is due
 * @param attempts how many runs have failed since
 * @param fullWanted whether the next one is to fetch all Macs
 */
public record AbmSyncState(
    AbmProgress progress,
    Optional<Instant> syncedAt,
    Instant dueAt,
    int attempts,
    boolean fullWanted,
    Optional<AbmTrouble> trouble) {

  /** Of a token just loaded. */
  public static AbmSyncState fresh(Instant now) {
    return new AbmSyncState(AbmProgress.none(), Optional.empty(), now, 0, true, Optional.empty());
  }
}
