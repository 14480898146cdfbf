package io.pomona.store.enrollment;

import io.pomona.store.peers.Peers;
import io.pomona.store.sql.Sql;
import java.util.Optional;

/** Which certificate belongs to which Mac. */
final class Identities {
  private final Peers peers;

  Identities(Peers peers) {
    this.peers = peers;
  }

  /** Ended bindings too: a certificate begins one enrollment in its life. */
  static Optional<String> deviceOf(Sql sql, String sha256) {
    return sql.first(
        "SELECT device FROM enrollment_certificate WHERE sha256 = ?",
        row -> row.text("device"),
        sha256);
  }

  /** From now on its challenge is worth nothing. */
  void bind(Sql sql, String device, String sha256) {
    sql.update(
        "INSERT INTO enrollment_certificate (sha256, device, is_current) VALUES (?, ?, TRUE)",
        sha256,
        device);
    sql.update("UPDATE pki_challenge SET settled = TRUE WHERE certificate_sha256 = ?", sha256);
    peers.tellRebound(sql, device);
  }

  /** Those before a renewal count until the Mac has reported under the new one. */
  void outdate(Sql sql, String device) {
    sql.update("UPDATE enrollment_certificate SET is_current = FALSE WHERE device = ?", device);
  }

  void end(Sql sql, String device) {
    sql.update(
        "UPDATE enrollment_certificate SET is_ended = TRUE WHERE device = ? AND NOT is_ended",
        device);
    peers.tellRebound(sql, device);
  }

  void settle(Sql sql, String device, String sha256) {
    int ended =
        sql.update(
            "UPDATE enrollment_certificate SET is_ended = TRUE WHERE device = ? AND sha256 <> ?"
                + " AND NOT is_ended AND EXISTS (SELECT 1 FROM enrollment_certificate c"
                + " WHERE c.sha256 = ? AND c.device = ? AND c.is_current AND NOT c.is_ended)",
            device,
            sha256,
            sha256,
            device);
    if (ended > 0) {
      peers.tellRebound(sql, device);
    }
  }
}
