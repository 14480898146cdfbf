package io.pomona.store.updates;

import io.pomona.store.enrollment.HostMarks;
import io.pomona.store.sql.Sql;
import java.time.Instant;

/** Marks on hosts of which it is to be seen whether their declarations have changed. */
public final class DueHosts {
  static final HostMarks MARKS = new HostMarks("updates_due");

  private DueHosts() {}

  public static void mark(Sql sql, Long[] hosts, Instant at) {
    MARKS.mark(sql, hosts, at);
  }

  /**
   * @param team 0 for none
   */
  public static void markTeam(Sql sql, long team, Instant at) {
    MARKS.markTeam(sql, team, at);
  }

  /** The end of an enrollment: nothing is known of declarations then. */
  public static void forget(Sql sql, long host) {
    sql.update("DELETE FROM updates_channel WHERE host_id = ?", host);
    sql.update("DELETE FROM updates_due WHERE host_id = ?", host);
  }
}
