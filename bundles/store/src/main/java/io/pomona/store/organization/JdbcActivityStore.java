package io.pomona.store.organization;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityFilter;
import io.pomona.api.organization.ActivityStore;
import io.pomona.store.Persistence;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The activity feed. Native SQL, since it is written among SQL and searched. */
@Component
public final class JdbcActivityStore implements ActivityStore {
  private final Transactions transactions;

  @Activate
  public JdbcActivityStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public void append(ActivityDraft activity, Instant now) {
    transactions.sql(
        sql -> {
          Activities.write(sql, activity, now);
          return null;
        });
  }

  @Override
  public List<Activity> newest(ActivityFilter filter, PageRequest page) {
    return transactions.read(new ActivitySearch(filter, page)::run);
  }
}
