package io.pomona.store.enrollment;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.store.sql.Sql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Native SQL: a page of hosts by the names of their teams, which no index of the hosts has. It is
 * known how many hosts each team has; those before the page are left out as a whole.
 */
final class TeamByTeam {
  private static final long NO_TEAM = 0;

  private final Sql sql;
  private final HostFilter filter;
  private final boolean descending;
  private final PageRequest page;

  TeamByTeam(Sql sql, HostFilter filter, boolean descending, PageRequest page) {
    this.sql = sql;
    this.filter = filter;
    this.descending = descending;
    this.page = page;
  }

  List<HostId> numbers() {
    Map<Long, Long> sizes = sizes();
    List<HostId> found = new ArrayList<>();
    long before = page.offset();
    for (Long team : teams()) {
      long size = sizes.getOrDefault(team, 0L);
      if (before < size && found.size() < page.limit()) {
        found.addAll(of(team, before, page.limit() - found.size()));
      }
      before = Math.max(0, before - size);
    }
    return found;
  }

  private List<Long> teams() {
    List<Long> teams = new ArrayList<>(List.of(NO_TEAM));
    teams.addAll(
        sql.query("SELECT id FROM organization_team ORDER BY name_key", row -> row.number("id")));
    if (descending) {
      Collections.reverse(teams);
    }
    return teams;
  }

  private Map<Long, Long> sizes() {
    Map<Long, Long> sizes = new HashMap<>();
    List<Object> values = new ArrayList<>();
    sql.query(
        "SELECT h.team_id, COUNT(*) AS n FROM enrollment_host h"
            + HostConditions.where(page.after(), filter, values)
            + " GROUP BY h.team_id",
        row -> sizes.put(row.number("team_id"), row.number("n")),
        values.toArray());
    return sizes;
  }

  private List<HostId> of(long team, long offset, int limit) {
    List<Object> values = new ArrayList<>();
    String conditions = HostConditions.where(page.after(), filter, values);
    values.addAll(List.of(team, limit, offset));
    return sql.query(
        "SELECT h.id FROM enrollment_host h"
            + conditions
            + " AND h.team_id = ? ORDER BY h.id"
            + (descending ? " DESC" : "")
            + " LIMIT ? OFFSET ?",
        HostPages::number,
        values.toArray());
  }
}
