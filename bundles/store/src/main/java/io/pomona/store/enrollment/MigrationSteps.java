package io.pomona.store.enrollment;

import io.pomona.api.enrollment.MigrationStep;
import io.pomona.store.escrow.EncryptionStatuses;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How far each step of a migration is, as SQL expressions over the rows that tell of it. */
final class MigrationSteps {
  /** The rows: m is the board, h the host. */
  static final String FROM =
      " FROM enrollment_migration m JOIN enrollment_host h ON h.id = m.host_id"
          + " LEFT JOIN enrollment_inventory i ON i.host_id = h.id"
          + EncryptionStatuses.REPORTED;

  static final String DONE = "(" + of(MigrationStep.KEY_ESCROWED) + ") IN ('DONE', 'NOT_NEEDED')";

  private static final String ON = "h.mdm IN ('ON_MANUAL', 'ON_AUTOMATIC')";

  /** Whether the team, or that of the Macs of none, encrypts disks. */
  private static final String REQUIRED =
      "EXISTS (SELECT 1 FROM escrow_disk_encryption r WHERE r.team_id = h.team_id)";

  /** What Apple and the Mac have said beyond the steps, each under its name. */
  static final String REPORTED =
      "EXISTS (SELECT 1 FROM abm_device d JOIN abm_sync y ON y.token_id = d.token_id"
          + " WHERE d.host_id = h.id AND d.seen_at < y.full_at) AS gone, "
          + ON
          + " AND i.activation_locked IS NOT NULL AS lock_said, "
          + ON
          + " AND COALESCE(NOT e.encrypted, FALSE) AS unencrypted";

  private MigrationSteps() {}

  /** Gives the name of a state. */
  static String of(MigrationStep step) {
    return switch (step) {
      case LEFT_OLD_MDM ->
          "CASE WHEN " + ON + " OR m.left_at IS NOT NULL THEN 'DONE' ELSE 'OPEN' END";
      case ASSIGNED ->
          "CASE WHEN EXISTS (SELECT 1 FROM abm_device d WHERE d.host_id = h.id) THEN 'DONE'"
              + " WHEN m.way = 'MANUAL' OR "
              + ON
              + " THEN 'NOT_NEEDED' ELSE 'OPEN' END";
      case USER_TOLD ->
          "CASE WHEN m.told_at IS NOT NULL THEN 'DONE' WHEN "
              + ON
              + " THEN 'NOT_NEEDED' ELSE 'OPEN' END";
      case USER_ADMIN ->
          "CASE WHEN m.user_admin = 'YES' THEN 'DONE' WHEN "
              + ON
              + " THEN 'NOT_NEEDED' WHEN m.user_admin = 'NO' THEN 'BLOCKED' ELSE 'OPEN' END";
      case ACTIVATION_LOCK_OFF ->
          "CASE WHEN "
              + ON
              + " AND i.activation_locked THEN 'BLOCKED' WHEN "
              + ON
              + " AND NOT i.activation_locked THEN 'DONE'"
              + " WHEN m.lock_off = 'YES' THEN 'DONE' WHEN m.lock_off = 'NO' THEN 'BLOCKED'"
              + " ELSE 'OPEN' END";
      case ENROLLED -> "CASE WHEN " + ON + " THEN 'DONE' ELSE 'OPEN' END";
      case KEY_ESCROWED ->
          "CASE WHEN NOT "
              + ON
              + " OR e.reported_at IS NULL THEN 'OPEN' WHEN NOT e.encrypted AND "
              + REQUIRED
              + " THEN 'OPEN' WHEN NOT e.encrypted THEN 'NOT_NEEDED'"
              + " WHEN e.key_state = 'OPENS' THEN 'DONE' WHEN e.encrypted THEN 'BLOCKED'"
              + " ELSE 'OPEN' END";
    };
  }

  /** All of them, each under the name of its step. */
  static String all() {
    return Arrays.stream(MigrationStep.values())
        .map(step -> of(step) + " AS step_" + step.label())
        .collect(Collectors.joining(", "));
  }
}
