package io.pomona.store.abm;

import io.pomona.api.abm.AbmPage;
import io.pomona.protocol.dep.AppleDevice;
import io.pomona.store.sql.Micros;
import io.pomona.store.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A Mac of a page with its host. */
record Assignment(AppleDevice device, long host, boolean hostMade) {
  private static final String COLUMNS =
      "serial_number, token_id, host_id, host_made, model, description, color, profile_uuid,"
          + " profile_status, assigned_at, operation_at, seen_at";
  private static final String ROWS =
      "SELECT n.serial, CAST(? AS BIGINT), n.host, n.made = 1, n.model, n.description, n.color,"
          + " n.profile, n.status, n.assigned, n.operation, CAST(? AS BIGINT)"
          + " FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY),"
          + " CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY),"
          + " CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY),"
          + " CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY)) AS n(serial, host, made, model,"
          + " description, color, profile, status, assigned, operation)";
  // A fetch tells of no operation, and what is known of the last one stays.
  private static final String OVER =
      "token_id = s.token_id, host_id = s.host_id, host_made = s.host_made, model = s.model,"
          + " description = s.description, color = s.color, profile_uuid = s.profile_uuid,"
          + " profile_status = s.profile_status, assigned_at = s.assigned_at,"
          + " operation_at = GREATEST(t.operation_at, s.operation_at), seen_at = s.seen_at";

  /** All of a page by one statement. */
  static void write(Sql sql, AbmPage page, List<Assignment> all) {
    sql.update(
        sql.dialect().upsert("abm_device", "serial_number", COLUMNS, ROWS, OVER),
        page.token().value(),
        page.now(),
        texts(all, AppleDevice::serialNumber),
        all.stream().map(Assignment::host).toArray(Long[]::new),
        all.stream().map(row -> row.hostMade ? 1L : 0L).toArray(Long[]::new),
        texts(all, AppleDevice::model),
        texts(all, AppleDevice::description),
        texts(all, AppleDevice::color),
        texts(all, AppleDevice::profileUuid),
        texts(all, AppleDevice::profileStatus),
        times(all, AppleDevice::assignedAt),
        times(all, AppleDevice::operationAt));
    sql.update(
        "DELETE FROM abm_departure WHERE token_id = ? AND serial_number = ANY(?)",
        page.token().value(),
        texts(all, AppleDevice::serialNumber));
  }

  private static String[] texts(List<Assignment> all, Function<AppleDevice, String> part) {
    return all.stream().map(row -> part.apply(row.device)).toArray(String[]::new);
  }

  private static Long[] times(List<Assignment> all, Function<AppleDevice, Optional<Instant>> part) {
    return all.stream()
        .map(row -> part.apply(row.device).map(Micros::of).orElse(0L))
        .toArray(Long[]::new);
  }
}
