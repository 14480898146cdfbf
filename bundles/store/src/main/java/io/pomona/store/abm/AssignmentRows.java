package io.pomona.store.abm;

import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.abm.AssignmentFilter;
import io.pomona.api.abm.AssignmentStatus;
import io.pomona.api.abm.ProfileAssignment;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Macs of ABM beside what they should have: always read as a set, however many there are. */
final class AssignmentRows {
  /**
   * A page of Macs that was on its way while Apple assigned may say what was before: within a
   * minute the answer to the assignment counts.
   */
  private static final String HAS =
      "(f.profile_uuid <> '' AND (d.profile_uuid = f.profile_uuid"
          + " AND d.profile_status NOT IN ('removed', 'empty')"
          + " OR COALESCE(a.result = 'SUCCESS' AND a.profile_uuid = f.profile_uuid"
          + " AND a.tried_at + 60000000 >= d.seen_at AND a.tried_at >= d.assigned_at, FALSE)))";

  private static final String FROM =
      " FROM abm_device d JOIN enrollment_host h ON h.id = d.host_id"
          + " JOIN abm_wanted w ON w.team_id = h.team_id"
          + " LEFT JOIN abm_definition f ON f.token_id = d.token_id"
          + " AND f.content_sha256 = w.content_sha256"
          + " LEFT JOIN abm_assignment a ON a.serial_number = d.serial_number";
  private static final String STATUS =
      "CASE WHEN "
          + HAS
          + " THEN 'ASSIGNED' WHEN f.refusal <> '' THEN 'FAILED'"
          + " WHEN a.result IN ('NOT_ACCESSIBLE', 'FAILED', 'THROTTLED') THEN a.result"
          + " ELSE 'PENDING' END";

  /** Those to assign at a time, which is bound twice, of any token. */
  static final String DUE =
      FROM
          + " WHERE ((NOT COALESCE("
          + HAS
          + ", FALSE)) OR COALESCE(a.asked, FALSE))"
          + " AND COALESCE(f.again_at, 0) <= ? AND COALESCE(a.again_at, 0) <= ?";

  /** All, with their status. */
  static final String ALL =
      "SELECT d.host_id, d.serial_number, h.name, d.token_id, h.team_id, d.profile_uuid, "
          + STATUS
          + " AS status, f.refusal, f.again_at AS definition_again_at, a.detail, a.attempts,"
          + " a.tried_at, a.again_at"
          + FROM;

  private AssignmentRows() {}

  static Optional<TeamId> team(Row row) throws SQLException {
    return Optional.of(row.number("team_id")).filter(id -> id != 0).map(TeamId::new);
  }

  static ProfileAssignment read(Row row) throws SQLException {
    AssignmentStatus status = AssignmentStatus.valueOf(row.text("status"));
    String refusal = row.optionalText("refusal").orElse("");
    boolean isRefused = status == AssignmentStatus.FAILED && !refusal.isEmpty();
    String detail = row.optionalText("detail").orElse("");
    return new ProfileAssignment(
        new HostId(row.number("host_id")),
        row.text("serial_number"),
        row.text("name"),
        new AbmTokenId(row.number("token_id")),
        team(row),
        status,
        Optional.of(row.text("profile_uuid")).filter(uuid -> !uuid.isEmpty()),
        status.isTrouble() ? isRefused ? refusal : detail : "",
        (int) row.number("attempts"),
        time(row, "tried_at"),
        time(row, isRefused ? "definition_again_at" : "again_at")
            .filter(again -> status.isTrouble()));
  }

  private static Optional<Instant> time(Row row, String column) throws SQLException {
    Optional<Instant> time = row.optionalInstant(column);
    return time.filter(at -> at.isAfter(Instant.EPOCH));
  }

  /** A condition on {@code x}, what {@link #ALL} gives; adds its values. */
  static String within(AssignmentFilter filter, List<Object> values) {
    StringBuilder text = new StringBuilder();
    if (!filter.scope().all()) {
      text.append(" AND x.team_id = ANY(?)");
      values.add(TeamRows.numbers(filter.scope()));
    }
    filter
        .hosts()
        .ifPresent(
            hosts -> {
              text.append(" AND x.host_id = ANY(?)");
              values.add(hosts.stream().map(HostId::value).toArray(Long[]::new));
            });
    if (!filter.statuses().isEmpty()) {
      text.append(" AND x.status = ANY(?)");
      values.add(filter.statuses().stream().map(Enum::name).toArray(String[]::new));
    }
    return text.toString();
  }
}
