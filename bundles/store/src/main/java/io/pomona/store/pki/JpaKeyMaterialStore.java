package io.pomona.store.pki;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.pki.KeyMaterial;
import io.pomona.api.pki.KeyMaterialStore;
import io.pomona.store.Persistence;
import io.pomona.store.organization.Activities;
import io.pomona.store.sql.Hardening;
import io.pomona.store.sql.Transactions;
import io.pomona.store.sql.Work;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The server's keys. A unique constraint lets one key of a purpose be active. */
@Component
public final class JpaKeyMaterialStore implements KeyMaterialStore {
  private final Transactions transactions;
  private final Hardening hardening;

  @Activate
  public JpaKeyMaterialStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.hardening = persistence.hardening();
  }

  @Override
  public List<KeyMaterial> list(String purpose) {
    return transactions.in(
        work -> keys(work, purpose).stream().map(KeyEntity::toMaterial).toList());
  }

  private static List<KeyEntity> keys(Work work, String purpose) {
    return work.entities()
        .createQuery(
            "SELECT k FROM Key k WHERE k.purpose = :purpose ORDER BY k.createdAt DESC, k.id",
            KeyEntity.class)
        .setParameter("purpose", purpose)
        .getResultList();
  }

  /** The slower of two nodes runs into the constraint, looks again and finds the other's key. */
  @Override
  public KeyMaterial createFirst(KeyMaterial material, Optional<ActivityDraft> activity) {
    return hardening.of(
        () ->
            transactions.in(
                work ->
                    keys(work, material.purpose()).stream()
                        .filter(KeyEntity::isActive)
                        .findFirst()
                        .orElseGet(() -> persist(work, material, activity))
                        .toMaterial()));
  }

  @Override
  public void roll(KeyMaterial material, Optional<ActivityDraft> activity) {
    hardening.of(
        () ->
            transactions.in(
                work -> {
                  keys(work, material.purpose()).forEach(KeyEntity::rest);
                  // The others must have let go of the constraint before the new one takes it.
                  work.entities().flush();
                  return persist(work, material, activity).toMaterial();
                }));
  }

  private static KeyEntity persist(
      Work work, KeyMaterial material, Optional<ActivityDraft> activity) {
    KeyEntity entity = KeyEntity.active(material);
    work.entities().persist(entity);
    activity.ifPresent(draft -> Activities.write(work.sql(), draft, material.createdAt()));
    return entity;
  }

  @Override
  public void retire(String id) {
    hardening.of(
        () ->
            transactions.in(
                work -> {
                  work.find(KeyEntity.class, id).ifPresent(key -> retire(work, key));
                  return null;
                }));
  }

  private static void retire(Work work, KeyEntity key) {
    if (key.isActive()) {
      throw MdmException.conflict(
          "pki.key_active", "The key is in use; roll it over before you retire it.");
    }
    work.entities().remove(key);
  }
}
