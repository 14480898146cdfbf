package io.pomona.store.escrow;

import io.pomona.store.sql.Sql;

/** Statements about what Macs reported of the encryption of their disks. */
final class ReportRows {
  static final String SELECT =
      "SELECT e.*, CASE WHEN e.encrypted THEN 'yes' WHEN NOT e.encrypted THEN 'no' END"
          + " AS encrypted_text FROM escrow_host e JOIN enrollment_host h ON h.id = e.host_id"
          + " AND h.enrolled_at = e.enrolled_at WHERE e.host_id = ? AND e.reported_at IS NOT NULL";

  static final String SAVE =
      "UPDATE escrow_host SET reported_at = ?, encrypted = CAST(? AS BOOLEAN), personal_key = ?,"
          + " key_state = ?, reason = ?, envelope_sha256 = CAST(? AS VARCHAR), with_profile ="
          + " EXISTS (SELECT 1 FROM profiles_host_profile p WHERE p.host_id = escrow_host.host_id"
          + " AND p.identifier = '"
          + EncryptionStatuses.PROFILE
          + "' AND p.operation = 'INSTALL' AND p.status IN ('VERIFYING', 'VERIFIED'))"
          + " WHERE host_id = ? AND enrolled_at = ?";

  static final String LEAVE_SETUP =
      "UPDATE escrow_host SET in_setup = FALSE WHERE host_id = ? AND in_setup AND NOT EXISTS"
          + " (SELECT 1 FROM enrollment_channel c WHERE c.host_id = escrow_host.host_id"
          + " AND NOT c.is_user AND c.enabled AND c.awaiting_configuration)";

  static final String IN_SETUP =
      "SELECT h.id FROM enrollment_host h JOIN enrollment_channel c ON c.channel = h.udid"
          + " LEFT JOIN escrow_host e ON e.host_id = h.id AND e.enrolled_at = h.enrolled_at"
          + " WHERE h.id = ANY(?) AND c.enabled AND c.automatic"
          + " AND (c.awaiting_configuration OR COALESCE(e.in_setup, FALSE))";

  private static final String FORGET =
      "DELETE FROM escrow_host WHERE host_id = ANY(?) AND enrolled_at <>"
          + " (SELECT h.enrolled_at FROM enrollment_host h WHERE h.id = escrow_host.host_id)";

  private ReportRows() {}

  /** Makes sure of a row of the present enrollment for each that is enrolled. */
  static void begin(Sql sql, Long... hosts) {
    sql.update(FORGET, (Object) hosts);
    sql.update(
        sql.dialect()
            .upsert(
                "escrow_host",
                "host_id",
                "host_id, enrolled_at, ask_since",
                "SELECT h.id, h.enrolled_at, h.enrolled_at FROM enrollment_host h WHERE"
                    + EncryptionStatuses.ON
                    + " AND h.id = ANY(?) ORDER BY h.id",
                ""),
        (Object) hosts);
  }
}
