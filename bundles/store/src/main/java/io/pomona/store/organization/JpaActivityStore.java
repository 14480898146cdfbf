package io.pomona.store.organization;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityStore;
import io.pomona.store.Persistence;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The activity feed. */
@Component
public final class JpaActivityStore implements ActivityStore {
  private final Transactions transactions;

  @Activate
  public JpaActivityStore(@Reference Persistence persistence) {
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
  public List<Activity> newest(PageRequest page) {
    return transactions.in(
        work ->
            work
                .entities()
                .createQuery(
                    "SELECT a FROM Activity a WHERE a.id < :below ORDER BY a.id DESC",
                    ActivityEntity.class)
                .setParameter("below", page.after() == 0 ? Long.MAX_VALUE : page.after())
                .setFirstResult(page.offset())
                .setMaxResults(page.limit())
                .getResultList()
                .stream()
                .map(ActivityEntity::toActivity)
                .toList());
  }
}
