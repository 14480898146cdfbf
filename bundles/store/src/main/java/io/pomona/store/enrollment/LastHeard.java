package io.pomona.store.enrollment;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.store.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * Native SQL: a page of hosts by when they were last heard of, which is kept apart. The index over
 * it leads to the hosts; those that were never heard of are in none and come before, or behind
 * where the order is turned around.
 */
final class LastHeard {
  private static final String HEARD =
      " FROM enrollment_seen s JOIN enrollment_host h ON h.udid = s.channel";
  private static final String NEVER = " FROM enrollment_host h";
  private static final String UNHEARD =
      " AND NOT EXISTS (SELECT 1 FROM enrollment_seen s WHERE s.channel = h.udid)";

  private final Sql sql;
  private final HostFilter filter;
  private final boolean descending;
  private final PageRequest page;

  LastHeard(Sql sql, HostFilter filter, boolean descending, PageRequest page) {
    this.sql = sql;
    this.filter = filter;
    this.descending = descending;
    this.page = page;
  }

  List<HostId> numbers() {
    String first = descending ? HEARD : NEVER;
    List<HostId> found = new ArrayList<>(part(first, page.offset(), page.limit()));
    int left = page.limit() - found.size();
    if (left > 0) {
      long before = found.isEmpty() ? page.offset() - count(first) : 0;
      found.addAll(part(descending ? NEVER : HEARD, before, left));
    }
    return found;
  }

  private List<HostId> part(String which, long offset, int limit) {
    List<Object> values = new ArrayList<>();
    String text = "SELECT h.id" + of(which, values) + " ORDER BY " + order(which);
    values.add(limit);
    values.add(offset);
    return sql.query(text + " LIMIT ? OFFSET ?", HostPages::number, values.toArray());
  }

  private String order(String which) {
    String direction = descending ? " DESC" : "";
    return which.equals(NEVER)
        ? "h.id" + direction
        : "s.seen_at" + direction + ", s.channel" + direction;
  }

  private long count(String which) {
    List<Object> values = new ArrayList<>();
    return sql.number("SELECT COUNT(*) AS n" + of(which, values), values.toArray());
  }

  private String of(String which, List<Object> values) {
    String hosts = which + HostConditions.where(page.after(), filter, values);
    return which.equals(NEVER) ? hosts + UNHEARD : hosts;
  }
}
