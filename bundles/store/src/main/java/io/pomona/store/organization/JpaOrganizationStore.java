package io.pomona.store.organization;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.OrganizationStore;
import io.pomona.store.Persistence;
import io.pomona.store.sql.Transactions;
import io.pomona.store.sql.Work;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
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
  public boolean change(
      UnaryOperator<OrganizationSettings> wanted,
      BiFunction<OrganizationSettings, OrganizationSettings, ActivityDraft> activity) {
    return transactions.in(
        work -> {
          SettingsEntity entity = locked(work);
          OrganizationSettings before = entity.toSettings();
          entity.take(wanted.apply(before));
          OrganizationSettings after = entity.toSettings();
          if (after.equals(before)) {
            return false;
          }
          Activities.write(work.sql(), activity.apply(before, after), clock.instant());
          return true;
        });
  }

  /** The row is read once nobody else changes it any more. */
  private static SettingsEntity locked(Work work) {
    return work.unflushed()
        .first(
            "SELECT id FROM organization_settings WHERE id = ? FOR UPDATE",
            row -> row.number("id"),
            SettingsEntity.ONLY)
        .flatMap(id -> work.find(SettingsEntity.class, id))
        .orElseThrow(
            () ->
                MdmException.conflict(
                    "organization.not_set_up", "Set Pomona up first (POST /api/v1/setup)."));
  }
}
