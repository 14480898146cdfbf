package io.pomona.store.escrow;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.DueKeyStore;
import io.pomona.api.escrow.EnvelopeStore;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.escrow.RecoveryKeyId;
import io.pomona.api.escrow.RecoveryKeyStore;
import io.pomona.api.escrow.SealedKey;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Rows of recovery keys. */
final class RecoveryKeyRows {
  /** All but the key. */
  static final String COLUMNS =
      "k.id, k.host_id, k.serial_number, k.udid, k.enrolled_at, k.certificate_id, k.source,"
          + " k.received_at, k.unreadable, k.viewed_at";

  static final String SELECT = "SELECT " + COLUMNS + " FROM escrow_recovery_key k";

  /** Nothing newer of the same Mac opens. */
  static final String IS_CURRENT =
      "k.unreadable IS NULL AND NOT EXISTS (SELECT 1 FROM escrow_recovery_key n"
          + " WHERE n.serial_number = k.serial_number AND n.udid = k.udid AND n.id > k.id AND n.unreadable IS NULL)";

  private RecoveryKeyRows() {}

  static RecoveryKey read(Row row) throws SQLException {
    return new RecoveryKey(
        new RecoveryKeyId(row.number("id")),
        new HostId(row.number("host_id")),
        row.text("serial_number"),
        row.text("udid"),
        row.instant("enrolled_at"),
        row.optionalNumber("certificate_id").map(EscrowCertificateId::new),
        RecoveryKey.Source.valueOf(row.text("source")),
        row.instant("received_at"),
        row.optionalText("unreadable"),
        row.optionalInstant("viewed_at"));
  }

  static SealedKey sealed(Row row) throws SQLException {
    return new SealedKey(
        new RecoveryKeyId(row.number("id")),
        new EscrowCertificateId(row.number("generation")),
        row.bytes("sealed"));
  }

  static Optional<RecoveryKey> current(Sql sql, String serialNumber, String udid) {
    return sql.first(
        SELECT
            + " WHERE k.serial_number = ? AND k.udid = ? AND k.unreadable IS NULL"
            + " ORDER BY k.id DESC LIMIT 1",
        RecoveryKeyRows::read,
        serialNumber,
        udid);
  }

  /**
   * @return whether it is new
   */
  static boolean add(Sql sql, NewRecoveryKey key, Instant now) {
    String sha256 = EnvelopeRows.sha256(key.envelope());
    EnvelopeRows.taken(sql, key, sha256);
    if (isKnown(sql, key, sha256) || isOneTooMany(sql, key, now)) {
      return false;
    }
    if (key.unreadable().isEmpty()) {
      noMoreExposed(sql, key);
    }
    insert(sql, key, sha256, now);
    return true;
  }

  private static boolean isKnown(Sql sql, NewRecoveryKey key, String sha256) {
    return sql.number(
            "SELECT COUNT(*) AS n FROM escrow_recovery_key WHERE serial_number = ? AND udid = ?"
                + " AND (envelope_sha256 = ? OR fingerprint = CAST(? AS VARCHAR))",
            key.serialNumber(),
            key.udid(),
            sha256,
            key.fingerprint())
        > 0;
  }

  // Who has the account of a Mac can have it send whatever there is place for.
  private static boolean isOneTooMany(Sql sql, NewRecoveryKey key, Instant now) {
    return key.unreadable().isPresent()
        && sql.number(
                "SELECT COUNT(*) AS n FROM escrow_recovery_key WHERE serial_number = ?"
                    + " AND udid = ? AND unreadable IS NOT NULL AND received_at > ?",
                key.serialNumber(),
                key.udid(),
                now.minus(Duration.ofDays(1)))
            >= RecoveryKeyStore.UNREADABLE_A_DAY;
  }

  // What somebody saw no longer opens the disk.
  private static void noMoreExposed(Sql sql, NewRecoveryKey by) {
    sql.update(
        "UPDATE escrow_recovery_key SET exposed_at = NULL"
            + " WHERE serial_number = ? AND udid = ? AND exposed_at IS NOT NULL",
        by.serialNumber(),
        by.udid());
  }

  private static void insert(Sql sql, NewRecoveryKey key, String sha256, Instant now) {
    sql.update(
        "INSERT INTO escrow_recovery_key (id, host_id, serial_number, udid, enrolled_at,"
            + " certificate_id, source, received_at, envelope_sha256, envelope, generation,"
            + " sealed, fingerprint, unreadable, slot)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        sql.number(sql.dialect().nextValue("escrow_recovery_key_seq")),
        key.host().value(),
        key.serialNumber(),
        key.udid(),
        key.enrolledAt(),
        key.certificate().map(EscrowCertificateId::value),
        key.source(),
        now,
        sha256,
        key.unreadable()
            .map(why -> key.envelope())
            .filter(bytes -> bytes.length <= EnvelopeStore.LARGEST),
        key.generation().map(EscrowCertificateId::value),
        key.sealed(),
        key.fingerprint(),
        key.unreadable(),
        DueKeyStore.slot(key.serialNumber()));
  }
}
