package io.pomona.store.organization;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.OrganizationStore;
import io.pomona.store.Persistence;
import io.pomona.store.sql.Transactions;
import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The organization's settings. */
@Component
public final class JpaOrganizationStore implements OrganizationStore {
  private final Transactions transactions;
  private final Clock clock = Clock.systemUTC();

  @Activate
  public JpaOrganizationStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public Optional<OrganizationSettings> settings() {
    return transactions.in(
        work ->
            work.find(SettingsEntity.class, SettingsEntity.ONLY).map(SettingsEntity::toSettings));
  }

  @Override
  public void save(OrganizationSettings settings, ActivityDraft activity) {
    transactions.in(
        work -> {
          work.find(SettingsEntity.class, SettingsEntity.ONLY)
              .ifPresentOrElse(
                  entity -> entity.take(settings),
                  () -> work.entities().persist(SettingsEntity.of(settings)));
          Activities.write(work.sql(), activity, clock.instant());
          return null;
        });
  }
}
