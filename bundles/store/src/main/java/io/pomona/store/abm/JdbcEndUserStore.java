package io.pomona.store.abm;

import io.pomona.api.abm.EndUser;
import io.pomona.api.abm.EndUserStore;
import io.pomona.api.enrollment.HostId;
import io.pomona.store.Persistence;
import io.pomona.store.sql.Transactions;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: one row for each Mac, which goes with the Mac by its foreign key. */
@Component
public final class JdbcEndUserStore implements EndUserStore {
  private final Transactions transactions;

  @Activate
  public JdbcEndUserStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  /** Nothing for a Mac that is gone meanwhile. */
  @Override
  public void put(HostId host, EndUser user) {
    transactions.sql(
        sql -> {
          sql.update("DELETE FROM abm_end_user WHERE host_id = ?", host.value());
          return sql.update(
              "INSERT INTO abm_end_user (host_id, full_name, user_name, email, logged_in_at)"
                  + " SELECT id, CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS VARCHAR),"
                  + " CAST(? AS BIGINT) FROM enrollment_host WHERE id = ?",
              user.fullName(),
              user.userName(),
              user.email(),
              user.loggedInAt(),
              host.value());
        });
  }

  @Override
  public Optional<EndUser> find(HostId host) {
    return transactions.read(
        sql ->
            sql.first(
                "SELECT * FROM abm_end_user WHERE host_id = ?", EndUsers::read, host.value()));
  }
}
