package io.pomona.store.profiles;

import io.pomona.api.profiles.ProfileSpread;
import io.pomona.store.sql.Sql;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts the Macs that profiles are on. Native SQL: nothing is loaded to be counted. */
final class ProfileSpreads {
  private static final String ON = " h.mdm IN ('ON_MANUAL', 'ON_AUTOMATIC') AND h.team_id = ?";
  private static final String WITH =
      " FROM profiles_host_profile p JOIN enrollment_host h ON h.id = p.host_id WHERE"
          + ON
          + " AND p.operation = 'INSTALL' AND p.identifier = ANY(?)";

  private ProfileSpreads() {}

  static ProfileSpread read(Sql sql, long team, Collection<String> identifiers) {
    String[] wanted = identifiers.toArray(String[]::new);
    Map<String, Long> each = new LinkedHashMap<>();
    sql.query(
        "SELECT p.identifier, COUNT(*) AS n" + WITH + " GROUP BY p.identifier",
        row -> each.put(row.text("identifier"), row.number("n")),
        team,
        wanted);
    return new ProfileSpread(
        sql.number("SELECT COUNT(*) AS n FROM enrollment_host h WHERE" + ON, team),
        sql.number("SELECT COUNT(DISTINCT p.host_id) AS n" + WITH, team, wanted),
        each);
  }
}
