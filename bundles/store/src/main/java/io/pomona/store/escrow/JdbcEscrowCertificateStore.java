package io.pomona.store.escrow;

import io.pomona.api.escrow.EscrowCertificate;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.EscrowCertificateStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.store.Persistence;
import io.pomona.store.organization.Activities;
import io.pomona.store.sql.Hardening;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: few rows, of which the newest counts. */
@Component
public final class JdbcEscrowCertificateStore implements EscrowCertificateStore {
  private static final String NEWEST_FIRST = "SELECT * FROM escrow_certificate ORDER BY id DESC";

  private final Transactions transactions;
  private final Hardening hardening;

  @Activate
  public JdbcEscrowCertificateStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.hardening = persistence.hardening();
  }

  @Override
  public Optional<EscrowCertificate> current() {
    return transactions.read(JdbcEscrowCertificateStore::current);
  }

  private static Optional<EscrowCertificate> current(Sql sql) {
    return sql.first(NEWEST_FIRST + " LIMIT 1", JdbcEscrowCertificateStore::read);
  }

  private static EscrowCertificate read(Row row) throws SQLException {
    return new EscrowCertificate(
        new EscrowCertificateId(row.number("id")),
        row.bytes("certificate"),
        row.bytes("sealed_key"),
        row.instant("created_at"),
        row.optionalInstant("retired_at"));
  }

  @Override
  public List<EscrowCertificate> list() {
    return transactions.read(sql -> sql.query(NEWEST_FIRST, JdbcEscrowCertificateStore::read));
  }

  /** Two that follow the same break the unique constraint, and the later one looks again. */
  @Override
  public EscrowCertificate add(
      byte[] certificate,
      byte[] sealedKey,
      Optional<EscrowCertificateId> follows,
      List<ActivityDraft> activities,
      Instant now) {
    return hardening.of(
        () ->
            transactions.sql(
                sql -> {
                  Optional<EscrowCertificate> before = current(sql);
                  if (before.isPresent() && !before.map(EscrowCertificate::id).equals(follows)) {
                    return before.get();
                  }
                  insert(sql, certificate, sealedKey, before, now);
                  Activities.write(sql, activities, now);
                  JdbcDiskEncryptionStore.markTeams(sql, now);
                  return current(sql).orElseThrow();
                }));
  }

  private static void insert(
      Sql sql,
      byte[] certificate,
      byte[] sealedKey,
      Optional<EscrowCertificate> before,
      Instant now) {
    long previous = before.map(it -> it.id().value()).orElse(0L);
    sql.update(
        "INSERT INTO escrow_certificate (id, certificate, sealed_key, follows, created_at)"
            + " VALUES (?, ?, ?, ?, ?)",
        sql.number(sql.dialect().nextValue("escrow_certificate_seq")),
        certificate,
        sealedKey,
        previous,
        now);
    sql.update("UPDATE escrow_certificate SET retired_at = ? WHERE id = ?", now, previous);
  }
}
