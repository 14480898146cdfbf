package io.pomona.store.escrow;

import io.pomona.api.escrow.DiskEncryptionStatus;
import io.pomona.api.escrow.HostEncryption;
import io.pomona.store.sql.Row;
import java.sql.SQLException;
import java.util.Optional;

/**
 * How far disk encryption is on a host, as one SQL expression over its row, the row of its profile
 * and that of what it reported. It tells apart what people see as one status.
 */
public final class EncryptionStatuses {
  static final String PROFILE = "io.pomona.filevault";
  static final String ON = " h.mdm IN ('ON_MANUAL', 'ON_AUTOMATIC')";

  /** What a host with the alias h has reported, behind it. */
  public static final String REPORTED =
      " LEFT JOIN escrow_host e ON e.host_id = h.id AND e.enrolled_at = h.enrolled_at";

  /** Behind a host with the alias h. */
  static final String JOINED =
      " LEFT JOIN profiles_host_profile p ON p.host_id = h.id AND p.identifier = '"
          + PROFILE
          + "'"
          + REPORTED;

  static final String STATUS =
      "CASE WHEN p.host_id IS NULL OR NOT"
          + ON
          + " THEN NULL"
          + " WHEN p.operation = 'REMOVE' AND p.status = 'FAILED' THEN 'FAILED'"
          + " WHEN p.operation = 'REMOVE' THEN 'REMOVING_ENFORCEMENT'"
          + " WHEN p.status = 'PENDING' THEN 'ENFORCING'"
          + " WHEN p.status = 'FAILED' THEN 'FAILED'"
          + " WHEN e.reported_at IS NULL OR NOT e.with_profile OR e.encrypted IS NULL"
          + " THEN 'UNREPORTED'"
          + " WHEN NOT e.encrypted THEN 'LOG_OUT'"
          + " WHEN e.key_state <> 'OPENS' THEN 'ROTATE_KEY'"
          + " ELSE p.status END";

  /** Whether a profile is that of disk encryption and neither failed nor done with. */
  public static final String AWAITED =
      " p.identifier = '"
          + PROFILE
          + "' AND "
          + STATUS
          + " IN ('LOG_OUT', 'ROTATE_KEY', 'REMOVING_ENFORCEMENT')";

  /** Whose status is one of these, among hosts of a query with the alias h; binds the codes. */
  public static final String IS =
      " AND h.id IN (SELECT h.id FROM enrollment_host h"
          + JOINED
          + " WHERE "
          + STATUS
          + " = ANY(?))";

  private EncryptionStatuses() {}

  /** What the expression gives for hosts with this status. */
  public static String[] codes(DiskEncryptionStatus status) {
    return switch (status) {
      case ACTION_REQUIRED -> new String[] {"LOG_OUT", "ROTATE_KEY"};
      case VERIFYING -> new String[] {"UNREPORTED", "VERIFYING"};
      default -> new String[] {status.name()};
    };
  }

  static DiskEncryptionStatus status(String code) {
    return switch (code) {
      case "LOG_OUT", "ROTATE_KEY" -> DiskEncryptionStatus.ACTION_REQUIRED;
      case "UNREPORTED" -> DiskEncryptionStatus.VERIFYING;
      default -> DiskEncryptionStatus.valueOf(code);
    };
  }

  /** A row with the columns status, detail, reason and available. */
  static HostEncryption read(Row row) throws SQLException {
    boolean available = row.flag("available");
    Optional<String> code = row.optionalText("status");
    if (code.isEmpty()) {
      return new HostEncryption(Optional.empty(), Optional.empty(), "", available);
    }
    return switch (code.get()) {
      case "LOG_OUT" -> HostEncryption.loggingOut(available);
      case "ROTATE_KEY" -> HostEncryption.resettingKey(row.text("reason"), available);
      default -> HostEncryption.of(status(code.get()), row.text("detail"), available);
    };
  }
}
