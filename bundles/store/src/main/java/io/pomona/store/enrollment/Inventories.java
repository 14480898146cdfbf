package io.pomona.store.enrollment;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistReader;
import io.pomona.protocol.plist.PlistWriter;
import io.pomona.store.sql.Printable;
import io.pomona.store.sql.Sql;
import java.time.Instant;
import java.util.Optional;

/** What Macs answered last, as property lists. By SQL: what is not reported must stay. */
final class Inventories {
  HostInventory find(Sql sql, HostId id) {
    return sql.first(
            "SELECT * FROM enrollment_inventory WHERE host_id = ?",
            row ->
                new HostInventory(
                    row.optionalBytes("device_information").map(PlistReader::read),
                    row.optionalBytes("security_info").map(PlistReader::read),
                    row.optionalInstant("security_info_at")),
            id.value())
        .orElseGet(() -> new HostInventory(Optional.empty(), Optional.empty()));
  }

  void save(Sql sql, HostId id, HostInventory report, Instant now) {
    set(sql, "device_information", id, report.deviceInformation());
    set(sql, "security_info", id, report.securityInfo());
    if (report.securityInfo().isPresent()) {
      sql.update(
          "UPDATE enrollment_inventory SET security_info_at = ? WHERE host_id = ?",
          now,
          id.value());
    }
  }

  private static void set(Sql sql, String column, HostId id, Optional<PlistDict> reported) {
    if (reported.isEmpty()) {
      return;
    }
    byte[] plist = PlistWriter.write(Printable.of(reported.get().asMap()));
    int updated =
        sql.update(
            "UPDATE enrollment_inventory SET " + column + " = ? WHERE host_id = ?",
            plist,
            id.value());
    if (updated == 0) {
      sql.update(
          "INSERT INTO enrollment_inventory (host_id, " + column + ") VALUES (?, ?)",
          id.value(),
          plist);
    }
  }
}
