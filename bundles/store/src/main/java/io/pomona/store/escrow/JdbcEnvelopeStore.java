package io.pomona.store.escrow;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.EnvelopeStore;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.api.escrow.ReceivedEnvelope;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.escrow.RecoveryKeyId;
import io.pomona.store.Persistence;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: rows that are there for a moment, and those of keys that did not open. */
@Component
public final class JdbcEnvelopeStore implements EnvelopeStore {
  private static final String TWIN = "It holds a key that has come in another envelope as well.";

  private final Transactions transactions;

  @Activate
  public JdbcEnvelopeStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public List<ReceivedEnvelope> waiting(int limit) {
    return transactions.read(
        sql ->
            sql.query(EnvelopeRows.SELECT + " ORDER BY e.id LIMIT ?", EnvelopeRows::read, limit));
  }

  @Override
  public List<ReceivedEnvelope> waiting(HostId host) {
    return transactions.read(
        sql ->
            sql.query(
                EnvelopeRows.SELECT + " WHERE e.host_id = ? ORDER BY e.id",
                EnvelopeRows::read,
                host.value()));
  }

  @Override
  public List<RecoveryKey> unreadable(RecoveryKeyId after, int limit) {
    return transactions.read(
        sql ->
            sql.query(
                RecoveryKeyRows.SELECT
                    + " WHERE k.envelope IS NOT NULL AND k.id > ? ORDER BY k.id LIMIT ?",
                RecoveryKeyRows::read,
                after.value(),
                limit));
  }

  @Override
  public Optional<byte[]> envelope(RecoveryKeyId id) {
    return transactions.read(
        sql ->
            sql.first(
                "SELECT envelope FROM escrow_recovery_key"
                    + " WHERE id = ? AND envelope IS NOT NULL",
                row -> row.bytes("envelope"),
                id.value()));
  }

  @Override
  public void open(RecoveryKeyId id, NewRecoveryKey key) {
    transactions.sql(
        sql -> {
          boolean opened = isKept(sql, key) ? isTwin(sql, id) : isOpened(sql, id, key);
          if (opened) {
            report(sql, key);
          }
          return null;
        });
  }

  private static boolean isKept(Sql sql, NewRecoveryKey key) {
    return sql.number(
            "SELECT COUNT(*) AS n FROM escrow_recovery_key"
                + " WHERE serial_number = ? AND udid = ? AND fingerprint = CAST(? AS VARCHAR)",
            key.serialNumber(),
            key.udid(),
            key.fingerprint())
        > 0;
  }

  private static boolean isTwin(Sql sql, RecoveryKeyId id) {
    return sql.update(
            "UPDATE escrow_recovery_key SET unreadable = ?, envelope = NULL"
                + " WHERE id = ? AND envelope IS NOT NULL",
            TWIN,
            id.value())
        == 1;
  }

  private static boolean isOpened(Sql sql, RecoveryKeyId id, NewRecoveryKey key) {
    return sql.update(
            "UPDATE escrow_recovery_key SET unreadable = NULL, envelope = NULL,"
                + " certificate_id = ?, generation = ?, sealed = ?, fingerprint = ?"
                + " WHERE id = ? AND envelope IS NOT NULL",
            key.certificate().map(EscrowCertificateId::value),
            key.generation().map(EscrowCertificateId::value),
            key.sealed(),
            key.fingerprint(),
            id.value())
        == 1;
  }

  private static void report(Sql sql, NewRecoveryKey key) {
    sql.update(
        "UPDATE escrow_host SET key_state = 'OPENS', reason = ''"
            + " WHERE host_id = ? AND envelope_sha256 = ? AND key_state = 'UNREADABLE'",
        key.host().value(),
        EnvelopeRows.sha256(key.envelope()));
  }
}
