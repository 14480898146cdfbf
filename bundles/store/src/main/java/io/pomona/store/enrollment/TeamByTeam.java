package io.pomona.store.enrollment;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.HostId;
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

  private final HostPage asked;

  TeamByTeam(HostPage asked) {
    this.asked = asked;
  }

  List<HostId> numbers() {
    Map<Long, Long> sizes = sizes();
    List<HostId> found = new ArrayList<>();
    PageRequest page = asked.page();
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
        asked
            .sql()
            .query("SELECT id FROM organization_team ORDER BY name_key", row -> row.number("id")));
    if (asked.descending()) {
      Collections.reverse(teams);
    }
    return teams;
  }

  private Map<Long, Long> sizes() {
    Map<Long, Long> sizes = new HashMap<>();
    List<Object> values = new ArrayList<>();
    asked
        .sql()
        .query(
            "SELECT h.team_id, COUNT(*) AS n FROM enrollment_host h"
                + asked.where(values)
                + " GROUP BY h.team_id",
            row -> sizes.put(row.number("team_id"), row.number("n")),
            values.toArray());
    return sizes;
  }

  private List<HostId> of(long team, long offset, int limit) {
    List<Object> values = new ArrayList<>();
    String hosts = "SELECT h.id FROM enrollment_host h" + asked.where(values);
    values.add(team);
    return asked.part(
        hosts + " AND h.team_id = ? ORDER BY h.id" + asked.direction(), values, offset, limit);
  }
}
