package io.pomona.store.abm;

import io.pomona.api.abm.AbmTokenId;
import io.pomona.store.sql.Micros;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a Mac before a page is taken over.
 *
 * @param assignedAt 0 where Apple has not said
 */
record KnownDevice(
    String serial, long token, long host, boolean hostMade, long assignedAt, long operationAt) {

  private static final String ROWS =
      "SELECT serial_number, token_id, host_id, host_made, assigned_at, operation_at"
          + " FROM abm_device";

  static Map<String, KnownDevice> bySerial(Sql sql, Collection<String> serials) {
    Map<String, KnownDevice> found = new HashMap<>();
    sql.query(
            ROWS + " WHERE serial_number = ANY(?) ORDER BY serial_number FOR UPDATE",
            KnownDevice::read,
            (Object) serials.toArray(String[]::new))
        .forEach(device -> found.put(device.serial(), device));
    return found;
  }

  static List<KnownDevice> notSeenSince(Sql sql, AbmTokenId token, Instant time) {
    return sql.query(
        ROWS + " WHERE token_id = ? AND seen_at < ? ORDER BY serial_number FOR UPDATE",
        KnownDevice::read,
        token.value(),
        time);
  }

  /** They are no longer assigned. */
  static void release(Sql sql, List<KnownDevice> leaving) {
    sql.update(
        "DELETE FROM abm_device WHERE serial_number = ANY(?)",
        (Object) leaving.stream().map(KnownDevice::serial).toArray(String[]::new));
    AssignedHosts.release(
        sql,
        leaving.stream().map(KnownDevice::host).toList(),
        leaving.stream().filter(KnownDevice::hostMade).map(KnownDevice::host).toList());
  }

  private static KnownDevice read(Row row) throws SQLException {
    return new KnownDevice(
        row.text("serial_number"),
        row.number("token_id"),
        row.number("host_id"),
        row.flag("host_made"),
        row.number("assigned_at"),
        row.number("operation_at"));
  }

  boolean isNewerThan(Optional<Instant> operation) {
    return operation.filter(at -> operationAt > Micros.of(at)).isPresent();
  }

  /** By another token, or at a later time than is known. */
  boolean isAssignedAnew(long byToken, Optional<Instant> at) {
    return token != byToken
        || assignedAt > 0 && at.filter(later -> Micros.of(later) > assignedAt).isPresent();
  }
}
