package io.pomona.store.updates;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.updates.NudgeDueStore;
import io.pomona.store.Persistence;
import io.pomona.store.enrollment.HostRows;
import io.pomona.store.sql.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: leases by SKIP LOCKED, marks on thousands of Macs. */
@Component
public final class JdbcNudgeDueStore implements NudgeDueStore {
  private final Transactions transactions;
  private final HostRows hosts;

  @Activate
  public JdbcNudgeDueStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.hosts = new HostRows(persistence.seen());
  }

  @Override
  public List<Host> leaseDue(int limit, Instant now, Duration lease) {
    return transactions.sql(
        sql -> {
          Long[] due = NudgeDue.MARKS.lease(sql, limit, now, lease);
          return due.length == 0
              ? List.of()
              : sql.query(
                  HostRows.SELECT + " WHERE h.id = ANY(?) ORDER BY h.id",
                  hosts::read,
                  (Object) due);
        });
  }

  @Override
  public void markDue(Collection<HostId> ids, Instant at) {
    transactions.sql(
        sql -> {
          NudgeDue.MARKS.mark(sql, numbers(ids), at);
          return null;
        });
  }

  @Override
  public void markAllDue(Instant at) {
    transactions.sql(
        sql -> {
          NudgeDue.MARKS.markAll(sql, at);
          return null;
        });
  }

  @Override
  public void looked(Collection<HostId> ids) {
    transactions.sql(
        sql -> {
          NudgeDue.MARKS.done(sql, numbers(ids));
          return null;
        });
  }

  private static Long[] numbers(Collection<HostId> ids) {
    return ids.stream().map(HostId::value).sorted().toArray(Long[]::new);
  }
}
