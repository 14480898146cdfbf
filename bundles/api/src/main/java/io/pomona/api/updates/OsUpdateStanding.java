package io.pomona.api.updates;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of the updates of one Mac.
 *
 * @param available the last answer to AvailableOSUpdates
 * @param order the update scheduled last
 * @param results the Mac's answer to that order
 * @param failure in words, where the order came to nothing; else empty
 * @param progress the last answer to OSUpdateStatus
 * @param askAt when progress is asked for again; empty for never
 */
public record OsUpdateStanding(
    Optional<OsUpdateReport> available,
    Optional<OsUpdateOrder> order,
    Optional<OsUpdateReport> results,
    String failure,
    Optional<OsUpdateReport> progress,
    Optional<Instant> askAt) {
  public static final OsUpdateStanding NOTHING =
      new OsUpdateStanding(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "",
          Optional.empty(),
          Optional.empty());
}
