package io.pomona.store.updates;

import io.pomona.store.enrollment.HostMarks;
import io.pomona.store.sql.Sql;

/** Marks on hosts of which it is to be seen whether they are to be told to install Nudge. */
public final class NudgeDue {
  public static final HostMarks MARKS = new HostMarks("updates_nudge_due");

  private NudgeDue() {}

  /** The end of an enrollment. */
  public static void forget(Sql sql, long host) {
    sql.update("DELETE FROM updates_nudge_due WHERE host_id = ?", host);
  }
}
