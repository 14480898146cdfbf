package io.pomona.store.escrow;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.DiskEncryptionStatus;
import io.pomona.api.escrow.HostEncryption;
import io.pomona.api.escrow.HostEncryptionStore;
import io.pomona.api.organization.TeamId;
import io.pomona.store.Persistence;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Transactions;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: what several slices keep is read together, for many hosts at once. */
@Component
public final class JdbcHostEncryptionStore implements HostEncryptionStore {
  private static final String OF =
      "SELECT h.id, p.detail, e.reason, "
          + EncryptionStatuses.STATUS
          + " AS status, EXISTS (SELECT 1 FROM escrow_recovery_key k"
          + " WHERE k.serial_number = h.serial_number AND k.udid = h.udid"
          + " AND k.unreadable IS NULL) AS available"
          + " FROM enrollment_host h"
          + EncryptionStatuses.JOINED
          + " WHERE h.id = ANY(?)";
  private static final String SUMMARY =
      "SELECT x.status, COUNT(*) AS n FROM (SELECT "
          + EncryptionStatuses.STATUS
          + " AS status FROM enrollment_host h"
          + EncryptionStatuses.JOINED
          + " WHERE h.team_id = ?) x WHERE x.status IS NOT NULL GROUP BY x.status";

  private final Transactions transactions;

  @Activate
  public JdbcHostEncryptionStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public Map<HostId, HostEncryption> of(Collection<HostId> hosts) {
    Map<HostId, HostEncryption> each = new HashMap<>();
    transactions.read(
        sql ->
            sql.query(
                OF,
                row -> each.put(new HostId(row.number("id")), EncryptionStatuses.read(row)),
                (Object) hosts.stream().map(HostId::value).toArray(Long[]::new)));
    return each;
  }

  @Override
  public Map<DiskEncryptionStatus, Long> summary(Optional<TeamId> team) {
    Map<DiskEncryptionStatus, Long> counts = new EnumMap<>(DiskEncryptionStatus.class);
    transactions.read(
        sql ->
            sql.query(
                SUMMARY,
                row ->
                    counts.merge(
                        EncryptionStatuses.status(row.text("status")), row.number("n"), Long::sum),
                TeamRows.number(team)));
    return counts;
  }
}
