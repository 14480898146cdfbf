package io.pomona.store.enrollment;

import io.pomona.store.sql.Sql;
import java.time.Duration;
import java.time.Instant;

/**
 * Marks on hosts that are to be looked at, which only enrolled ones can be. A mark set while a host
 * is leased outlives the lease; a mark never moves another one back. Native SQL: one statement
 * marks any number of hosts, in the order of their ids, so that two of these cannot lock each
 * other.
 *
 * @param table with the columns host_id, due_at, leased_until and marked_anew
 */
public record HostMarks(String table) {
  private static final String AGAIN =
      "due_at = CASE WHEN t.leased_until > 0 AND NOT t.marked_anew THEN s.due_at"
          + " ELSE LEAST(t.due_at, s.due_at) END, marked_anew = TRUE";
  private static final String ON = " h.mdm IN ('ON_MANUAL', 'ON_AUTOMATIC')";

  public void mark(Sql sql, Long[] hosts, Instant at) {
    mark(sql, " WHERE" + ON + " AND h.id = ANY(?)", at, (Object) hosts);
  }

  public void markTeam(Sql sql, long team, Instant at) {
    mark(sql, " WHERE" + ON + " AND h.team_id = ?", at, team);
  }

  public void markAll(Sql sql, Instant at) {
    mark(sql, " WHERE" + ON, at);
  }

  private void mark(Sql sql, String condition, Instant at, Object... values) {
    Object[] all = new Object[values.length + 1];
    all[0] = at;
    System.arraycopy(values, 0, all, 1, values.length);
    sql.update(
        sql.dialect()
            .upsert(
                table,
                "host_id",
                "host_id, due_at",
                "SELECT h.id, CAST(? AS BIGINT) FROM enrollment_host h"
                    + condition
                    + " ORDER BY h.id",
                AGAIN),
        all);
  }

  /**
   * @return the ids of hosts that nobody else gets until the lease ends
   */
  public Long[] lease(Sql sql, int limit, Instant now, Duration lease) {
    Long[] due =
        sql.query(
                "SELECT d.host_id FROM "
                    + table
                    + " d WHERE d.due_at <= ? AND d.leased_until <= ?"
                    + " AND EXISTS (SELECT 1 FROM enrollment_host h WHERE h.id = d.host_id AND"
                    + ON
                    + ") ORDER BY d.due_at, d.host_id LIMIT ? FOR UPDATE SKIP LOCKED",
                row -> row.number("host_id"),
                now,
                now,
                limit)
            .toArray(Long[]::new);
    if (due.length > 0) {
      sql.update(
          "UPDATE " + table + " SET leased_until = ?, marked_anew = FALSE WHERE host_id = ANY(?)",
          now.plus(lease),
          due);
    }
    return due;
  }

  /** Takes marks off, unless they were set anew since the lease. */
  public void done(Sql sql, Long[] hosts) {
    sql.update(
        "DELETE FROM " + table + " WHERE host_id = ANY(?) AND NOT marked_anew", (Object) hosts);
    sql.update("UPDATE " + table + " SET leased_until = 0 WHERE host_id = ANY(?)", (Object) hosts);
  }
}
