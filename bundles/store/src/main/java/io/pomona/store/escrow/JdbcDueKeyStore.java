package io.pomona.store.escrow;

import io.pomona.api.escrow.DueKeyStore;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.store.Persistence;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: what is due is found by joining keys, channels and what is under way. */
@Component
public final class JdbcDueKeyStore implements DueKeyStore {
  private static final String CAN_BE_ASKED =
      " AND EXISTS (SELECT 1 FROM enrollment_channel c WHERE c.channel = k.udid AND c.enabled)"
          + " AND NOT EXISTS (SELECT 1 FROM escrow_key_rotation r WHERE r.open_device = k.udid)";

  private final Transactions transactions;

  @Activate
  public JdbcDueKeyStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public List<RecoveryKey> viewed(Instant upTo, Instant notTriedSince, int limit) {
    return transactions.read(
        sql ->
            sql.query(
                RecoveryKeyRows.SELECT
                    + " WHERE k.exposed_at <= ? AND "
                    + RecoveryKeyRows.IS_CURRENT
                    + " AND NOT EXISTS (SELECT 1 FROM escrow_key_rotation t"
                    + " WHERE t.replaces_id = k.id AND t.requested_at > ?"
                    + " AND t.requested_at >= k.exposed_at)"
                    + CAN_BE_ASKED
                    + " ORDER BY k.exposed_at, k.id LIMIT ?",
                RecoveryKeyRows::read,
                upTo,
                notTriedSince,
                limit));
  }

  @Override
  public List<RecoveryKey> received(
      Instant upTo, Instant notTriedSince, int firstSlot, int lastSlot, int limit) {
    String slots =
        firstSlot <= lastSlot ? "k.slot BETWEEN ? AND ?" : "(k.slot >= ? OR k.slot <= ?)";
    return transactions.read(
        sql ->
            sql.query(
                RecoveryKeyRows.SELECT
                    + " WHERE "
                    + slots
                    + " AND k.received_at <= ? AND "
                    + RecoveryKeyRows.IS_CURRENT
                    + " AND NOT EXISTS (SELECT 1 FROM escrow_key_rotation t"
                    + " WHERE t.replaces_id = k.id AND t.requested_at > ?)"
                    + CAN_BE_ASKED
                    + " ORDER BY k.received_at, k.id LIMIT ?",
                RecoveryKeyRows::read,
                firstSlot,
                lastSlot,
                upTo,
                notTriedSince,
                limit));
  }
}
