package io.pomona.store.abm;

import io.pomona.api.abm.AbmTokenId;
import io.pomona.protocol.dep.AppleDevice;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Dialect;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The hosts of Macs that come and go, by few statements for any number; locked in order of id. */
final class AssignedHosts {
  private AssignedHosts() {}

  /**
   * @param enrolledOnce whether a Mac has ever come with it
   */
  record Host(long id, String serial, boolean enrolledOnce) {
    static Host read(Row row) throws SQLException {
      return new Host(
          row.number("id"), row.text("serial_number"), row.optionalText("udid").isPresent());
    }
  }

  /** Those with these serial numbers; a serial number may have more than one. */
  static Map<String, List<Host>> bySerial(Sql sql, Collection<String> serials) {
    Map<String, List<Host>> found = new HashMap<>();
    sql.query(
            "SELECT id, serial_number, udid FROM enrollment_host WHERE serial_number = ANY(?)"
                + " ORDER BY id FOR UPDATE",
            Host::read,
            (Object) serials.toArray(String[]::new))
        .forEach(host -> found.computeIfAbsent(host.serial(), key -> new ArrayList<>()).add(host));
    return found;
  }

  static void make(Sql sql, List<AppleDevice> devices, AbmTokenId token, Instant now) {
    if (devices.isEmpty()) {
      return;
    }
    sql.update(
        "INSERT INTO enrollment_host (id, serial_number, name, model, model_name, os_version,"
            + " build_version, search_text, team_id, mdm, created_at) SELECT "
            + next(sql.dialect())
            + ", s.serial, '', '', s.model, '', '', s.search, CAST(? AS BIGINT), 'PENDING',"
            + " CAST(? AS BIGINT) FROM UNNEST(CAST(? AS VARCHAR ARRAY),"
            + " CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY))"
            + " AS s(serial, model, search)",
        team(sql, token),
        now,
        devices.stream().map(AppleDevice::serialNumber).toArray(String[]::new),
        devices.stream().map(AppleDevice::model).toArray(String[]::new),
        devices.stream().map(AssignedHosts::searched).toArray(String[]::new));
  }

  /** As HostEntity has it for a host without name and UDID. */
  private static String searched(AppleDevice device) {
    return "\n" + device.serialNumber().toLowerCase(Locale.ROOT) + "\n";
  }

  private static String next(Dialect dialect) {
    return dialect == Dialect.H2
        ? "NEXT VALUE FOR enrollment_host_seq"
        : "nextval('enrollment_host_seq')";
  }

  /** The default team, which cannot go meanwhile; a team that is gone by now is none. */
  static long team(Sql sql, AbmTokenId token) {
    return sql.first(
            "SELECT id FROM organization_team WHERE id ="
                + " (SELECT default_team_id FROM abm_token WHERE id = ?) "
                + sql.dialect().share(),
            row -> row.number("id"),
            token.value())
        .orElse(TeamRows.number(Optional.empty()));
  }

  static void pending(Sql sql, Collection<Long> hosts) {
    sql.update(
        "UPDATE enrollment_host SET mdm = 'PENDING' WHERE id = ANY(?) AND mdm = 'OFF'",
        (Object) hosts.toArray(Long[]::new));
  }

  /**
   * No longer Pending.
   *
   * @param made those that were made for a Mac of ABM; they disappear unless it has ever come
   */
  static void release(Sql sql, Collection<Long> all, Collection<Long> made) {
    Long[] released = all.toArray(Long[]::new);
    sql.query(
        "SELECT id FROM enrollment_host WHERE id = ANY(?) ORDER BY id FOR UPDATE",
        row -> row.number("id"),
        (Object) released);
    sql.update(
        "DELETE FROM enrollment_host WHERE id = ANY(?) AND udid IS NULL AND mdm = 'PENDING'",
        (Object) made.toArray(Long[]::new));
    sql.update(
        "UPDATE enrollment_host SET mdm = 'OFF' WHERE id = ANY(?) AND mdm = 'PENDING'",
        (Object) released);
  }

  static void releaseAll(Sql sql, AbmTokenId token) {
    release(
        sql,
        hosts(sql, "SELECT host_id FROM abm_device WHERE token_id = ?", token),
        hosts(sql, "SELECT host_id FROM abm_device WHERE token_id = ? AND host_made", token));
  }

  private static List<Long> hosts(Sql sql, String text, AbmTokenId token) {
    return sql.query(text, row -> row.number("host_id"), token.value());
  }
}
