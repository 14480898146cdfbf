package io.pomona.store.enrollment;

import io.pomona.api.organization.TeamId;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Dialect;
import io.pomona.store.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Hosts of Macs that are known by their serial numbers only; one statement for any number. */
final class NewHosts {
  private NewHosts() {}

  static void make(Sql sql, List<String> serials, Optional<TeamId> team, Instant now) {
    if (serials.isEmpty()) {
      return;
    }
    sql.update(
        "INSERT INTO enrollment_host (id, serial_number, name, model, model_name, os_version,"
            + " build_version, search_text, team_id, mdm, created_at) SELECT "
            + next(sql.dialect())
            + ", s.serial, '', '', '', '', '', s.search, CAST(? AS BIGINT), 'OFF',"
            + " CAST(? AS BIGINT) FROM UNNEST(CAST(? AS VARCHAR ARRAY),"
            + " CAST(? AS VARCHAR ARRAY)) AS s(serial, search)",
        TeamRows.number(team),
        now,
        serials.toArray(String[]::new),
        serials.stream().map(NewHosts::searched).toArray(String[]::new));
  }

  /** As HostEntity has it for a host without name and UDID. */
  private static String searched(String serial) {
    return "\n" + serial.toLowerCase(Locale.ROOT) + "\n";
  }

  private static String next(Dialect dialect) {
    return dialect == Dialect.H2
        ? "NEXT VALUE FOR enrollment_host_seq"
        : "nextval('enrollment_host_seq')";
  }
}
