package io.pomona.store.enrollment;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostOrder;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Native SQL: parts of the list of hosts. Unless it goes on behind a number, the numbers come
 * first, from the index of the order alone, and only those of the page are joined: what a client
 * leaves out costs little.
 */
final class HostPages {
  private final HostRows rows;
  private final HostSearch search;

  HostPages(HostRows rows, HostSearch search) {
    this.rows = rows;
    this.search = search;
  }

  List<Host> list(Sql sql, HostFilter filter, HostOrder order, PageRequest page) {
    if (order.equals(HostOrder.byId()) && page.offset() == 0) {
      return behind(sql, filter, page);
    }
    return inOrder(sql, numbers(sql, filter, order, page));
  }

  private List<Host> behind(Sql sql, HostFilter filter, PageRequest page) {
    List<Object> values = new ArrayList<>(List.of(page.after()));
    String conditions = HostConditions.of(filter, values);
    values.add(page.limit());
    return sql.query(
        HostRows.SELECT + " WHERE h.id > ?" + conditions + " ORDER BY h.id LIMIT ?",
        rows::read,
        values.toArray());
  }

  private static List<HostId> numbers(
      Sql sql, HostFilter filter, HostOrder order, PageRequest page) {
    HostPage asked = new HostPage(sql, filter, order.descending(), page);
    return switch (order.key()) {
      case TEAM -> new TeamByTeam(asked).numbers();
      case SEEN -> new LastHeard(asked).numbers();
      default -> indexed(asked, order);
    };
  }

  private static List<HostId> indexed(HostPage asked, HostOrder order) {
    List<Object> values = new ArrayList<>();
    PageRequest page = asked.page();
    String text = numbers(asked.filter(), order, page.after(), values);
    return asked.part(text, values, page.offset(), page.limit());
  }

  /** Of all, however many. */
  List<HostId> numbers(Sql sql, HostFilter filter, HostOrder order) {
    List<Object> values = new ArrayList<>();
    return sql.query(numbers(filter, order, 0, values), HostPages::number, values.toArray());
  }

  private static String numbers(
      HostFilter filter, HostOrder order, long after, List<Object> values) {
    return "SELECT h.id FROM enrollment_host h"
        + HostSorting.joined(order.key())
        + HostConditions.where(after, filter, values)
        + " ORDER BY "
        + HostSorting.of(order);
  }

  static HostId number(Row row) throws SQLException {
    return new HostId(row.number("id"));
  }

  private List<Host> inOrder(Sql sql, List<HostId> numbers) {
    Map<HostId, Host> found =
        search.findAll(sql, numbers).stream()
            .collect(Collectors.toMap(Host::id, Function.identity()));
    return numbers.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
  }
}
