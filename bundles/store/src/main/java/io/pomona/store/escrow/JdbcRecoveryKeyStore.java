package io.pomona.store.escrow;

import io.pomona.api.PageRequest;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.KeyCounts;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.escrow.RecoveryKeyId;
import io.pomona.api.escrow.RecoveryKeyStore;
import io.pomona.api.escrow.SealedKey;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.store.Persistence;
import io.pomona.store.organization.Activities;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Text;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Native SQL: rows that are added, never changed but for how they are sealed, and found by part.
 */
@Component
public final class JdbcRecoveryKeyStore implements RecoveryKeyStore {
  private static final String SEALED =
      "SELECT id, generation, sealed FROM escrow_recovery_key WHERE unreadable IS NULL AND ";

  private final Transactions transactions;

  @Activate
  public JdbcRecoveryKeyStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public boolean add(NewRecoveryKey key, List<ActivityDraft> activities, Instant now) {
    return transactions.sql(
        sql -> {
          boolean added = RecoveryKeyRows.add(sql, key, now);
          if (added) {
            Activities.write(sql, activities, now);
          }
          return added;
        });
  }

  @Override
  public Optional<RecoveryKey> current(String serialNumber, String udid) {
    return transactions.read(sql -> RecoveryKeyRows.current(sql, serialNumber, udid));
  }

  @Override
  public List<RecoveryKey> history(String serialNumber) {
    return transactions.read(
        sql ->
            sql.query(
                RecoveryKeyRows.SELECT + " WHERE k.serial_number = ? ORDER BY k.id DESC",
                RecoveryKeyRows::read,
                serialNumber));
  }

  @Override
  public Optional<RecoveryKey> find(RecoveryKeyId id) {
    return transactions.read(
        sql ->
            sql.first(
                RecoveryKeyRows.SELECT + " WHERE k.id = ?", RecoveryKeyRows::read, id.value()));
  }

  @Override
  public List<RecoveryKey> search(String query, PageRequest page) {
    return transactions.read(
        sql ->
            sql.query(
                RecoveryKeyRows.SELECT
                    + " WHERE LOWER(k.serial_number) LIKE ? ESCAPE '!' AND k.id < ?"
                    + " ORDER BY k.id DESC LIMIT ? OFFSET ?",
                RecoveryKeyRows::read,
                "%" + escaped(query) + "%",
                page.after() == 0 ? Long.MAX_VALUE : page.after(),
                page.limit(),
                page.offset()));
  }

  private static String escaped(String query) {
    return Text.storable(query).strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
  }

  @Override
  public Optional<SealedKey> view(RecoveryKeyId id, ActivityDraft activity, Instant now) {
    return transactions.sql(
        sql -> {
          Optional<SealedKey> key = sealed(sql, id);
          if (key.isPresent()) {
            note(sql, id, now);
            Activities.write(sql, activity, now);
          }
          return key;
        });
  }

  private static void note(Sql sql, RecoveryKeyId id, Instant now) {
    sql.update("UPDATE escrow_recovery_key SET viewed_at = ? WHERE id = ?", now, id.value());
    sql.update(
        "UPDATE escrow_recovery_key k SET exposed_at = ? WHERE k.id = ? AND k.exposed_at IS NULL"
            + " AND "
            + RecoveryKeyRows.IS_CURRENT,
        now,
        id.value());
  }

  @Override
  public Optional<SealedKey> sealed(RecoveryKeyId id) {
    return transactions.read(sql -> sealed(sql, id));
  }

  private static Optional<SealedKey> sealed(Sql sql, RecoveryKeyId id) {
    return sql.first(SEALED + "id = ?", RecoveryKeyRows::sealed, id.value());
  }

  @Override
  public List<SealedKey> ofOlderGenerations(
      EscrowCertificateId generation, Optional<SealedKey> after, int limit) {
    return transactions.read(
        sql ->
            sql.query(
                SEALED
                    + "generation < ? AND (generation, id) > (?, ?)"
                    + " ORDER BY generation, id LIMIT ?",
                RecoveryKeyRows::sealed,
                generation.value(),
                after.map(key -> key.generation().value()).orElse(0L),
                after.map(key -> key.id().value()).orElse(0L),
                limit));
  }

  @Override
  public void reseal(List<SealedKey> keys) {
    transactions.sql(
        sql -> {
          sql.batch(
              "UPDATE escrow_recovery_key SET generation = ?, sealed = ?"
                  + " WHERE id = ? AND generation < ?",
              keys.stream().map(JdbcRecoveryKeyStore::values).toList());
          return null;
        });
  }

  private static Object[] values(SealedKey key) {
    long generation = key.generation().value();
    return new Object[] {generation, key.sealed(), key.id().value(), generation};
  }

  @Override
  public KeyCounts counts() {
    return transactions.read(
        sql -> new KeyCounts(counts(sql, "certificate_id"), counts(sql, "generation")));
  }

  private static Map<EscrowCertificateId, Long> counts(Sql sql, String by) {
    Map<EscrowCertificateId, Long> counts = new HashMap<>();
    sql.query(
        "SELECT "
            + by
            + " AS certificate, COUNT(*) AS n FROM escrow_recovery_key"
            + " WHERE unreadable IS NULL GROUP BY "
            + by,
        row -> counts.put(new EscrowCertificateId(row.number("certificate")), row.number("n")));
    return counts;
  }
}
