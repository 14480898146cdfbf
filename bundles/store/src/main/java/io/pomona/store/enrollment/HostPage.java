package io.pomona.store.enrollment;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.store.sql.Sql;
import java.util.List;

/** A page of which hosts, and from which end of their order. */
record HostPage(Sql sql, HostFilter filter, boolean descending, PageRequest page) {
  /**
   * @param values takes those that the conditions bind
   */
  String where(List<Object> values) {
    return HostConditions.where(page.after(), filter, values);
  }

  /** Behind a column of the order. */
  String direction() {
    return descending ? " DESC" : "";
  }

  /** The numbers of a part. */
  List<HostId> part(String select, List<Object> values, long offset, int limit) {
    values.add(limit);
    values.add(offset);
    return sql.query(select + " LIMIT ? OFFSET ?", HostPages::number, values.toArray());
  }
}
