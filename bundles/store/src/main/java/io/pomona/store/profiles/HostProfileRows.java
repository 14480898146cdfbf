package io.pomona.store.profiles;

import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore.Removed;
import io.pomona.api.profiles.HostProfileStore.Waiting;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** The rows of profiles on Macs. */
final class HostProfileRows {
  /** Counts the hosts of a team by the place of the worst of their statuses. */
  static final String SUMMARY =
      "SELECT w.worst, COUNT(*) AS n FROM (SELECT p.host_id, "
          + WorstStatus.PLACE
          + " AS worst FROM profiles_host_profile p JOIN enrollment_host h ON h.id = p.host_id"
          + WorstStatus.JOINED
          + " WHERE h.mdm IN ('ON_MANUAL', 'ON_AUTOMATIC') AND h.team_id = ?"
          + " GROUP BY p.host_id) w GROUP BY w.worst";

  static final String OVERALL =
      "SELECT p.host_id, "
          + WorstStatus.PLACE
          + " AS worst FROM profiles_host_profile p JOIN enrollment_host h ON h.id = p.host_id"
          + WorstStatus.JOINED
          + " WHERE p.host_id = ANY(?) AND h.mdm IN ('ON_MANUAL', 'ON_AUTOMATIC')"
          + " GROUP BY p.host_id";

  /** The hosts of a team with how far one profile is; bytes that differ are to be sent. */
  private static final String PROGRESS_OF_EACH =
      "SELECT h.id, CASE WHEN p.operation = 'INSTALL'"
          + " AND p.content_sha256 = CAST(? AS VARCHAR) THEN p.status ELSE 'PENDING' END AS status"
          + " FROM enrollment_host h LEFT JOIN profiles_host_profile p"
          + " ON p.host_id = h.id AND p.identifier = CAST(? AS VARCHAR)"
          + " WHERE h.mdm IN ('ON_MANUAL', 'ON_AUTOMATIC') AND h.team_id = ?";

  static final String HOSTS =
      "SELECT x.id FROM ("
          + PROGRESS_OF_EACH
          + " AND h.id > ?) x WHERE x.status = ? ORDER BY x.id LIMIT ? OFFSET ?";

  static final String RESEND =
      "UPDATE profiles_host_profile SET status = 'PENDING', cmd_uuid = NULL, detail = ?,"
          + " retries = 0, updated_at = ? WHERE host_id = ? AND identifier = ?"
          + " AND operation = 'INSTALL' AND status <> 'PENDING'";

  static final String WAITING =
      "SELECT x.operation, x.status, x.state, COUNT(*) AS n FROM (SELECT p.operation, p.status,"
          + " CASE WHEN u.channel IS NOT NULL THEN 'SENT' WHEN q.put_off THEN 'NOT_NOW'"
          + " WHEN q.id IS NOT NULL THEN 'QUEUED' ELSE r.state END AS state"
          + " FROM profiles_host_profile p"
          + " LEFT JOIN commands_queue q ON q.cmd_uuid = p.cmd_uuid AND q.host_id = p.host_id"
          + " LEFT JOIN commands_under_way u ON u.channel = q.channel AND u.cmd_uuid = q.cmd_uuid"
          + " LEFT JOIN commands_result r ON r.cmd_uuid = p.cmd_uuid AND r.host_id = p.host_id"
          + " WHERE p.status IN ('PENDING', 'VERIFYING') AND p.updated_at <= ?) x"
          + " GROUP BY x.operation, x.status, x.state ORDER BY x.operation, x.status, x.state";

  private static final String COLUMNS =
      "host_id, identifier, contributor, name, payload_uuid, content_sha256, operation, status,"
          + " cmd_uuid, detail, retries, updated_at";
  private static final String SOURCE =
      "SELECT h.id, CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS VARCHAR),"
          + " CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS VARCHAR),"
          + " CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS INTEGER), CAST(? AS BIGINT)"
          + " FROM enrollment_host h WHERE h.id = ?";
  private static final String REPLACE =
      "contributor = s.contributor, name = s.name, payload_uuid = s.payload_uuid,"
          + " content_sha256 = s.content_sha256, operation = s.operation, status = s.status,"
          + " cmd_uuid = s.cmd_uuid, detail = s.detail, retries = s.retries,"
          + " updated_at = s.updated_at";

  private HostProfileRows() {}

  static HostProfile read(Row row) throws SQLException {
    return new HostProfile(
        new HostId(row.number("host_id")),
        row.text("contributor"),
        row.text("identifier"),
        row.text("name"),
        row.text("payload_uuid"),
        row.text("content_sha256"),
        ProfileOperation.valueOf(row.text("operation")),
        ProfileStatus.valueOf(row.text("status")),
        row.optionalText("cmd_uuid").map(CommandUuid::new),
        row.text("detail"),
        (int) row.number("retries"),
        row.instant("updated_at"));
  }

  static Waiting waiting(Row row) throws SQLException {
    return new Waiting(
        ProfileOperation.valueOf(row.text("operation")),
        ProfileStatus.valueOf(row.text("status")),
        row.optionalText("state").map(CommandState::valueOf),
        row.number("n"));
  }

  /** Rows of hosts that are gone are left out. */
  static void write(Sql sql, List<HostProfile> rows) {
    sql.batch(
        sql.dialect()
            .upsert("profiles_host_profile", "host_id, identifier", COLUMNS, SOURCE, REPLACE),
        rows.stream()
            .sorted(
                Comparator.comparingLong((HostProfile row) -> row.host().value())
                    .thenComparing(HostProfile::identifier))
            .map(HostProfileRows::values)
            .toList());
  }

  private static Object[] values(HostProfile row) {
    return new Object[] {
      row.identifier(),
      row.contributor(),
      row.name(),
      row.payloadUuid(),
      row.contentSha256(),
      row.operation(),
      row.status(),
      row.command().map(CommandUuid::value),
      row.detail(),
      row.retries(),
      row.updatedAt(),
      row.host().value()
    };
  }

  static void remove(Sql sql, List<Removed> rows) {
    sql.batch(
        "DELETE FROM profiles_host_profile WHERE host_id = ? AND identifier = ?",
        rows.stream().map(row -> new Object[] {row.host().value(), row.identifier()}).toList());
  }
}
