package io.pomona.store.abm;

import io.pomona.api.MdmException;
import io.pomona.api.abm.AbmProgress;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.store.sql.Sql;
import java.time.Duration;
import java.time.Instant;

/** What only the node may write that leases the token. */
final class Leases {
  private Leases() {}

  /** Writes the progress and begins the time of the lease anew. */
  static void advance(
      Sql sql, AbmTokenId token, String holder, Duration time, AbmProgress progress, Instant now) {
    require(
        sql.update(
            "UPDATE abm_sync SET sync_cursor = ?, fetch_started_at = ?, fetch_cursor = ?,"
                + " full_at = ?, leased_until = ?,"
                // A fetch that has begun is the one that was wanted.
                + " full_wanted = full_wanted AND NOT CAST(? AS BOOLEAN)"
                + " AND full_at IS NOT DISTINCT FROM CAST(? AS BIGINT)"
                + " WHERE token_id = ? AND lease_holder = ?",
            progress.cursor(),
            progress.fetch().map(AbmProgress.Fetch::startedAt),
            progress.fetch().flatMap(AbmProgress.Fetch::cursor),
            progress.fullAt(),
            now.plus(time),
            progress.fetch().isPresent(),
            progress.fullAt(),
            token.value(),
            holder));
  }

  /** First of all that is locked of a token. */
  static void lock(Sql sql, AbmTokenId token) {
    sql.first(
            "SELECT token_id FROM abm_sync WHERE token_id = ? FOR UPDATE",
            row -> row.number("token_id"),
            token.value())
        .orElseThrow(AbmRows::noToken);
  }

  static void lock(Sql sql, AbmTokenId token, String holder) {
    require(
        sql.query(
                "SELECT token_id FROM abm_sync WHERE token_id = ? AND lease_holder = ? FOR UPDATE",
                row -> row.number("token_id"),
                token.value(),
                holder)
            .size());
  }

  static void require(int updated) {
    if (updated == 0) {
      throw MdmException.conflict(
          "abm.lease_lost", "Another node synchronizes this token, or it was deleted.");
    }
  }
}
