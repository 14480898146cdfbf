package io.pomona.store.organization;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ExpiryStore;
import io.pomona.store.Persistence;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: of all nodes the one whose row is new tells. */
@Component
public final class JdbcExpiryStore implements ExpiryStore {
  private final Transactions transactions;

  @Activate
  public JdbcExpiryStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public boolean tell(
      String name, Instant notAfter, int thresholdDays, ActivityDraft activity, Instant now) {
    return transactions.sql(
        sql -> {
          boolean fresh =
              sql.update(
                      sql.dialect()
                          .upsert(
                              "organization_expiry",
                              "name, not_after, threshold_days",
                              "name, not_after, threshold_days, told_at",
                              "SELECT CAST(? AS VARCHAR), CAST(? AS BIGINT), CAST(? AS BIGINT),"
                                  + " CAST(? AS BIGINT)",
                              ""),
                      name,
                      notAfter,
                      (long) thresholdDays,
                      now)
                  > 0;
          if (fresh) {
            Activities.write(sql, activity, now);
          }
          return fresh;
        });
  }
}
