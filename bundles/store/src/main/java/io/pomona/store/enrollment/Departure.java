package io.pomona.store.enrollment;

import io.pomona.store.commands.Endings;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Work;
import io.pomona.store.updates.DueHosts;
import io.pomona.store.updates.NudgeDue;
import java.time.Instant;

/**
 * The end of an enrollment: nothing waits for the Mac and nothing is known of its profiles and
 * declarations.
 */
final class Departure {
  private Departure() {}

  static void of(Work work, String device, long host, Instant now) {
    Sql sql = work.sql();
    // The channels first: whoever queues now finds them out of use or is cancelled below.
    Channels.end(sql, device);
    Endings.cancelAll(sql, device, now);
    sql.update("DELETE FROM profiles_host_profile WHERE host_id = ?", host);
    sql.update("DELETE FROM profiles_dirty WHERE host_id = ?", host);
    DueHosts.forget(sql, host);
    NudgeDue.forget(sql, host);
    sql.update("DELETE FROM enrollment_renewal WHERE device = ?", device);
    work.find(HostEntity.class, host).ifPresent(HostEntity::off);
  }
}
