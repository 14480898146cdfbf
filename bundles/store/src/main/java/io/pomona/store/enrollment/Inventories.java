package io.pomona.store.enrollment;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.protocol.inventory.DeviceInformation;
import io.pomona.protocol.inventory.SecurityInfo;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistReader;
import io.pomona.protocol.plist.PlistWriter;
import io.pomona.store.escrow.EnvelopeRows;
import io.pomona.store.sql.Printable;
import io.pomona.store.sql.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

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

  Set<HostId> unsupervised(Sql sql, Collection<HostId> ids) {
    return Set.copyOf(
        sql.query(
            "SELECT host_id FROM enrollment_inventory WHERE host_id = ANY(?) AND NOT supervised",
            row -> new HostId(row.number("host_id")),
            (Object) ids.stream().map(HostId::value).toArray(Long[]::new)));
  }

  void save(Sql sql, HostId id, HostInventory report, Instant now) {
    set(sql, "device_information", id, report.deviceInformation());
    if (report.deviceInformation().isPresent()) {
      DeviceInformation said = new DeviceInformation(report.deviceInformation().get());
      sql.update(
          "UPDATE enrollment_inventory SET supervised = ?, activation_locked = ?"
              + " WHERE host_id = ?",
          said.supervised(),
          said.activationLockEnabled(),
          id.value());
    }
    set(sql, "security_info", id, report.securityInfo());
    if (report.securityInfo().isPresent()) {
      sql.update(
          "UPDATE enrollment_inventory SET security_info_at = ? WHERE host_id = ?",
          now,
          id.value());
      // The next report takes the place of this one; a key in it must not go with it.
      new SecurityInfo(report.securityInfo().get())
          .personalRecoveryKeyCms()
          .ifPresent(envelope -> EnvelopeRows.arrive(sql, id, envelope, now));
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
