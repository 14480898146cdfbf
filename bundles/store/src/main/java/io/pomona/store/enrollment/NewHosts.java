package io.pomona.store.enrollment;

import io.pomona.api.enrollment.NewHost;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Dialect;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Text;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Hosts of Macs that have not enrolled yet; one statement for any number. */
final class NewHosts {
  private NewHosts() {}

  static void make(Sql sql, List<NewHost> macs, Instant now) {
    if (macs.isEmpty()) {
      return;
    }
    sql.update(
        "INSERT INTO enrollment_host (id, serial_number, name, model, model_name, os_version,"
            + " build_version, search_text, team_id, mdm, created_at) SELECT "
            + next(sql.dialect())
            + ", s.serial, s.name, '', '', '', '', s.search, s.team, 'OFF',"
            + " CAST(? AS BIGINT) FROM UNNEST(CAST(? AS VARCHAR ARRAY),"
            + " CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY))"
            + " AS s(serial, name, search, team)",
        now,
        macs.stream().map(NewHost::serialNumber).toArray(String[]::new),
        macs.stream().map(mac -> Text.storable(mac.name())).toArray(String[]::new),
        macs.stream().map(NewHosts::searched).toArray(String[]::new),
        macs.stream().map(mac -> TeamRows.number(mac.team())).toArray(Long[]::new));
  }

  /** As HostEntity has it for a host without UDID. */
  private static String searched(NewHost mac) {
    return String.join("\n", Text.storable(mac.name()), mac.serialNumber(), "")
        .toLowerCase(Locale.ROOT);
  }

  private static String next(Dialect dialect) {
    return dialect == Dialect.H2
        ? "NEXT VALUE FOR enrollment_host_seq"
        : "nextval('enrollment_host_seq')";
  }
}
