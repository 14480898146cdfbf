package io.pomona.store.enrollment;

import io.pomona.api.enrollment.DeviceDockStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.store.Persistence;
import io.pomona.store.organization.Activities;
import io.pomona.store.profiles.DirtyHosts;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: one row, and marks on all Macs. */
@Component
public final class JdbcDeviceDockStore implements DeviceDockStore {
  private static final int ONE = 1;

  private final Transactions transactions;

  @Activate
  public JdbcDeviceDockStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public Optional<Boolean> isWanted() {
    return transactions.read(JdbcDeviceDockStore::wanted);
  }

  private static Optional<Boolean> wanted(Sql sql) {
    return sql.first(
        "SELECT wanted FROM enrollment_device_dock WHERE id = ?", row -> row.flag("wanted"), ONE);
  }

  @Override
  public boolean put(boolean wanted, ActivityDraft activity, Instant now) {
    return transactions.sql(
        sql -> {
          if (wanted(sql).equals(Optional.of(wanted))) {
            return false;
          }
          sql.update(
              sql.dialect()
                  .upsert(
                      "enrollment_device_dock",
                      "id",
                      "id, wanted",
                      "VALUES (CAST(? AS INT), CAST(? AS BOOLEAN))",
                      "wanted = CAST(? AS BOOLEAN)"),
              ONE,
              wanted,
              wanted);
          Activities.write(sql, activity, now);
          DirtyHosts.markAll(sql, now);
          return true;
        });
  }
}
