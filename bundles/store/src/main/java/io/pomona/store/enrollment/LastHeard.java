package io.pomona.store.enrollment;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.HostId;
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

  private final HostPage asked;

  LastHeard(HostPage asked) {
    this.asked = asked;
  }

  List<HostId> numbers() {
    PageRequest page = asked.page();
    String first = asked.descending() ? HEARD : NEVER;
    List<HostId> found = new ArrayList<>(part(first, page.offset(), page.limit()));
    int left = page.limit() - found.size();
    if (left > 0) {
      long before = found.isEmpty() ? page.offset() - count(first) : 0;
      found.addAll(part(asked.descending() ? NEVER : HEARD, before, left));
    }
    return found;
  }

  private List<HostId> part(String which, long offset, int limit) {
    List<Object> values = new ArrayList<>();
    String text = "SELECT h.id" + of(which, values) + " ORDER BY " + order(which);
    return asked.part(text, values, offset, limit);
  }

  private String order(String which) {
    String direction = asked.direction();
    return which.equals(NEVER)
        ? "h.id" + direction
        : "s.seen_at" + direction + ", s.channel" + direction;
  }

  private long count(String which) {
    List<Object> values = new ArrayList<>();
    return asked.sql().number("SELECT COUNT(*) AS n" + of(which, values), values.toArray());
  }

  private String of(String which, List<Object> values) {
    String hosts = which + asked.where(values);
    return which.equals(NEVER) ? hosts + UNHEARD : hosts;
  }
}
