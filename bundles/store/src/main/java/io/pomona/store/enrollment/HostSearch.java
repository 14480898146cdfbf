package io.pomona.store.enrollment;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.organization.TeamScope;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Native SQL, joined with what is kept apart. The text depends on no value. */
final class HostSearch {
  private final HostRows rows;

  HostSearch(HostRows rows) {
    this.rows = rows;
  }

  Optional<Host> find(Sql sql, HostId id) {
    return sql.first(HostRows.SELECT + " WHERE h.id = ?", rows::read, id.value());
  }

  Optional<Host> findByIdentifier(Sql sql, String identifier, TeamScope scope) {
    return first(sql, "udid", identifier, scope)
        .or(() -> first(sql, "serial_number", identifier, scope))
        .or(() -> onlyByName(sql, identifier, scope));
  }

  private Optional<Host> first(Sql sql, String column, String value, TeamScope scope) {
    return two(sql, column, value, scope).stream().findFirst();
  }

  private Optional<Host> onlyByName(Sql sql, String name, TeamScope scope) {
    List<Host> found = two(sql, "name", name, scope);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private List<Host> two(Sql sql, String column, String value, TeamScope scope) {
    List<Object> values = new ArrayList<>(List.of(value));
    return sql.query(
        HostRows.SELECT
            + " WHERE h."
            + column
            + " = ?"
            + HostConditions.within(scope, values)
            + " ORDER BY h.id LIMIT 2",
        rows::read,
        values.toArray());
  }

  List<Host> findAll(Sql sql, Collection<HostId> ids) {
    return sql.query(
        HostRows.SELECT + " WHERE h.id = ANY(?) ORDER BY h.id",
        rows::read,
        (Object) ids.stream().map(HostId::value).toArray(Long[]::new));
  }

  /** Three statements for any number. */
  Map<String, Host> findAllByIdentifier(Sql sql, Collection<String> identifiers, TeamScope scope) {
    Map<String, Host> found = new HashMap<>();
    Set<String> left = new LinkedHashSet<>(identifiers);
    take(left, found, any(sql, "udid", left, scope), host -> host.udid().orElseThrow(), false);
    take(
        left,
        found,
        any(sql, "serial_number", left, scope),
        host -> host.facts().serialNumber(),
        false);
    take(left, found, any(sql, "name", left, scope), host -> host.facts().name(), true);
    return found;
  }

  private List<Host> any(Sql sql, String column, Set<String> wanted, TeamScope scope) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Object> values = new ArrayList<>();
    values.add(wanted.toArray(String[]::new));
    return sql.query(
        HostRows.SELECT
            + " WHERE h."
            + column
            + " = ANY(?)"
            + HostConditions.within(scope, values)
            + " ORDER BY h.id",
        rows::read,
        values.toArray());
  }

  private static void take(
      Set<String> left,
      Map<String, Host> found,
      List<Host> hosts,
      Function<Host, String> identifier,
      boolean onlyUnique) {
    hosts.stream()
        .collect(Collectors.groupingBy(identifier))
        .forEach(
            (text, same) -> {
              if (same.size() == 1 || !onlyUnique) {
                left.remove(text);
                found.put(text, same.get(0));
              }
            });
  }

  long count(Sql sql, HostFilter filter) {
    List<Object> values = new ArrayList<>(List.of(0L));
    String conditions = HostConditions.of(filter, values);
    return sql.number(
        "SELECT COUNT(*) AS n FROM enrollment_host h WHERE h.id > ?" + conditions,
        values.toArray());
  }

  /** Grouped over an index. */
  Map<MdmStatus, Long> counts(Sql sql, TeamScope scope) {
    Map<MdmStatus, Long> counts = new EnumMap<>(MdmStatus.class);
    Object[] values = scope.all() ? new Object[0] : new Object[] {TeamRows.numbers(scope)};
    sql.query(
        "SELECT mdm, COUNT(*) AS n FROM enrollment_host"
            + (scope.all() ? "" : " WHERE team_id = ANY(?)")
            + " GROUP BY mdm",
        row -> counts.put(MdmStatus.valueOf(row.text("mdm")), row.number("n")),
        values);
    return counts;
  }

  Map<String, Long> osVersions(Sql sql, TeamScope scope) {
    Map<String, Long> counts = new HashMap<>();
    List<Object> values = new ArrayList<>();
    String within = HostConditions.within(scope, values);
    sql.query(
        "SELECT h.os_version, COUNT(*) AS n FROM enrollment_host h"
            + " WHERE h.mdm IN ('ON_MANUAL', 'ON_AUTOMATIC')"
            + within
            + " GROUP BY h.os_version",
        row -> counts.put(row.text("os_version"), row.number("n")),
        values.toArray());
    return counts;
  }

  List<Host> detailsOlderThan(Sql sql, Instant before, int limit) {
    return sql.query(
        HostRows.SELECT
            + " WHERE h.mdm IN ('ON_MANUAL', 'ON_AUTOMATIC') AND h.details_at < ?"
            + " ORDER BY h.details_at LIMIT ?",
        rows::read,
        before,
        limit);
  }
}
