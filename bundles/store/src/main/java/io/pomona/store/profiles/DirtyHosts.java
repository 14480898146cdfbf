package io.pomona.store.profiles;

import io.pomona.store.sql.Sql;
import java.time.Instant;

/**
 * Marks on hosts that are to be reconciled, which only enrolled ones can be. A mark set while a
 * host is leased outlives the lease; a mark never moves another one back. Native SQL: one statement
 * marks any number of hosts, in the order of their ids, so that two of these cannot lock each
 * other.
 */
public final class DirtyHosts {
  private static final String AGAIN =
      "due_at = CASE WHEN t.leased_until > 0 AND NOT t.marked_anew THEN s.due_at"
          + " ELSE LEAST(t.due_at, s.due_at) END, marked_anew = TRUE";
  private static final String ON = " h.mdm IN ('ON_MANUAL', 'ON_AUTOMATIC')";

  private DirtyHosts() {}

  public static void mark(Sql sql, Long[] hosts, Instant at) {
    mark(sql, " WHERE" + ON + " AND h.id = ANY(?)", at, (Object) hosts);
  }

  public static void markTeam(Sql sql, long team, Instant at) {
    mark(sql, " WHERE" + ON + " AND h.team_id = ?", at, team);
  }

  /** Those whose team encrypts disks. */
  public static void markEncrypting(Sql sql, Instant at) {
    mark(
        sql,
        " WHERE" + ON + " AND h.team_id IN (SELECT d.team_id FROM escrow_disk_encryption d)",
        at);
  }

  static void markAll(Sql sql, Instant at) {
    mark(sql, " WHERE" + ON, at);
  }

  private static void mark(Sql sql, String condition, Instant at, Object... values) {
    Object[] all = new Object[values.length + 1];
    all[0] = at;
    System.arraycopy(values, 0, all, 1, values.length);
    sql.update(
        sql.dialect()
            .upsert(
                "profiles_dirty",
                "host_id",
                "host_id, due_at",
                "SELECT h.id, CAST(? AS BIGINT) FROM enrollment_host h"
                    + condition
                    + " ORDER BY h.id",
                AGAIN),
        all);
  }
}
