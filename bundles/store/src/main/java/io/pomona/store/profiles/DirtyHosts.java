package io.pomona.store.profiles;

import io.pomona.store.enrollment.HostMarks;
import io.pomona.store.sql.Sql;
import java.time.Duration;
import java.time.Instant;

/** Marks on hosts whose profiles are to be reconciled. */
public final class DirtyHosts {
  private static final HostMarks MARKS = new HostMarks("profiles_dirty");

  private DirtyHosts() {}

  public static void mark(Sql sql, Long[] hosts, Instant at) {
    MARKS.mark(sql, hosts, at);
  }

  public static void markTeam(Sql sql, long team, Instant at) {
    MARKS.markTeam(sql, team, at);
  }

  public static void markAll(Sql sql, Instant at) {
    MARKS.markAll(sql, at);
  }

  static Long[] lease(Sql sql, int limit, Instant now, Duration lease) {
    return MARKS.lease(sql, limit, now, lease);
  }

  static void reconciled(Sql sql, Long[] hosts) {
    MARKS.done(sql, hosts);
  }
}
