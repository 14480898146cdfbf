package io.pomona.store.escrow;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.EnvelopeStore;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.api.escrow.ReceivedEnvelope;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** Rows of envelopes that nobody has looked into. */
public final class EnvelopeRows {
  static final String SELECT = "SELECT e.* FROM escrow_envelope e";

  private EnvelopeRows() {}

  static ReceivedEnvelope read(Row row) throws SQLException {
    return new ReceivedEnvelope(
        new HostId(row.number("host_id")),
        row.text("serial_number"),
        row.text("udid"),
        row.instant("enrolled_at"),
        row.instant("received_at"),
        row.bytes("envelope"));
  }

  /** Keeps what has just come from a host, within the transaction that takes over its report. */
  public static void arrive(Sql sql, HostId host, byte[] envelope, Instant now) {
    if (envelope.length <= EnvelopeStore.LARGEST) {
      from(sql, host, envelope, now)
          .filter(said -> isNew(sql, said))
          .ifPresent(said -> insert(sql, said));
    }
  }

  private static Optional<ReceivedEnvelope> from(
      Sql sql, HostId host, byte[] envelope, Instant now) {
    return sql.first(
        "SELECT serial_number, udid, enrolled_at FROM enrollment_host WHERE id = ?",
        row ->
            new ReceivedEnvelope(
                host,
                row.text("serial_number"),
                row.optionalText("udid").orElse(""),
                row.optionalInstant("enrolled_at").orElse(now),
                now,
                envelope),
        host.value());
  }

  // The last report names one that holds a key which was kept from another envelope.
  private static boolean isNew(Sql sql, ReceivedEnvelope said) {
    String sha256 = sha256(said.envelope());
    long known =
        sql.number(
            "SELECT (SELECT COUNT(*) FROM escrow_recovery_key WHERE serial_number = ?"
                + " AND udid = ? AND envelope_sha256 = ?)"
                + " + (SELECT COUNT(*) FROM escrow_host WHERE host_id = ?"
                + " AND envelope_sha256 = ?)"
                + " + (SELECT COUNT(*) FROM escrow_envelope WHERE host_id = ?"
                + " AND envelope_sha256 = ?) AS n",
            said.serialNumber(),
            said.udid(),
            sha256,
            said.host().value(),
            sha256,
            said.host().value(),
            sha256);
    return known == 0
        && sql.number(
                "SELECT COUNT(*) AS n FROM escrow_envelope WHERE host_id = ?", said.host().value())
            < EnvelopeStore.MOST;
  }

  private static void insert(Sql sql, ReceivedEnvelope said) {
    sql.update(
        "INSERT INTO escrow_envelope (id, host_id, serial_number, udid, enrolled_at, received_at,"
            + " envelope_sha256, envelope) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        sql.number(sql.dialect().nextValue("escrow_envelope_seq")),
        said.host().value(),
        said.serialNumber(),
        said.udid(),
        said.enrolledAt(),
        said.receivedAt(),
        sha256(said.envelope()),
        said.envelope());
  }

  /** The key has been kept, or is known. */
  static void taken(Sql sql, NewRecoveryKey key, String sha256) {
    sql.update(
        "DELETE FROM escrow_envelope WHERE serial_number = ? AND udid = ? AND envelope_sha256 = ?",
        key.serialNumber(),
        key.udid(),
        sha256);
  }

  static String sha256(byte[] envelope) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(envelope));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
