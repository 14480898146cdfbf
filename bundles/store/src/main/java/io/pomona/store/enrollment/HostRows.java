package io.pomona.store.enrollment;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.organization.TeamId;
import io.pomona.store.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Reads hosts with when they were last heard of, which is kept apart. */
public final class HostRows {
  public static final String SELECT =
      "SELECT h.*, s.seen_at FROM enrollment_host h"
          + " LEFT JOIN enrollment_seen s ON s.channel = h.udid";

  private final Seen seen;

  public HostRows(Seen seen) {
    this.seen = seen;
  }

  public Host read(Row row) throws SQLException {
    Optional<String> udid = row.optionalText("udid");
    long details = row.number("details_at");
    Optional<Instant> stored = row.optionalInstant("seen_at");
    return new Host(
        new HostId(row.number("id")),
        udid,
        facts(row),
        Optional.of(row.number("team_id")).filter(id -> id != 0).map(TeamId::new),
        MdmStatus.valueOf(row.text("mdm")),
        row.instant("created_at"),
        row.optionalInstant("enrolled_at"),
        udid.flatMap(seen::latest).or(() -> stored),
        details == 0 ? Optional.empty() : row.optionalInstant("details_at"),
        row.flag("refetch_requested"));
  }

  private static MacFacts facts(Row row) throws SQLException {
    return new MacFacts(
        row.text("serial_number"),
        row.text("name"),
        row.text("model"),
        row.text("model_name"),
        row.text("os_version"),
        row.text("build_version"));
  }
}
