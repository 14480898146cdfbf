package io.pomona.store.organization;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ActivityFilter;
import io.pomona.api.organization.TeamScope;
import io.pomona.store.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Native SQL: a search of many optional parts. The text depends on no value. */
final class ActivitySearch {
  private final StringBuilder text = new StringBuilder(ActivityRows.SELECT);
  private final List<Object> values = new ArrayList<>();

  ActivitySearch(ActivityFilter filter, PageRequest page) {
    and(
        " JOIN organization_activity_host h ON h.activity_id = a.id AND h.host_id = ?",
        filter.host().map(id -> id.value()));
    text.append(" WHERE a.id < ?");
    values.add(page.after() == 0 ? Long.MAX_VALUE : page.after());
    and(" AND a.kind = ?", filter.type().map(type -> type.label()));
    and(" AND a.actor_id = ?", filter.actor().map(id -> id.value()));
    and(" AND a.actor_email = ?", filter.actorEmail());
    filter.team().ifPresent(id -> of(TeamScope.of(Optional.of(id))));
    of(filter.scope());
    and(" AND a.created_at >= ?", filter.since());
    and(" AND a.created_at < ?", filter.until());
    if (!filter.query().isEmpty()) {
      text.append(
          " AND (LOWER(a.actor_name) LIKE ? ESCAPE '!' OR a.actor_email LIKE ? ESCAPE '!'"
              + " OR a.kind LIKE ? ESCAPE '!')");
      String pattern = pattern(filter.query());
      values.addAll(List.of(pattern, pattern, pattern));
    }
    text.append(" ORDER BY a.id DESC LIMIT ? OFFSET ?");
    values.add(page.limit());
    values.add(page.offset());
  }

  List<Activity> run(Sql sql) {
    return sql.query(text.toString(), ActivityRows::read, values.toArray());
  }

  /** What hosts have left and what they have joined see it both; what is of no team, neither. */
  private void of(TeamScope scope) {
    if (!scope.all()) {
      text.append(" AND (a.team_id = ANY(?) OR a.previous_team_id = ANY(?))");
      Long[] teams = TeamRows.numbers(scope);
      values.addAll(List.of(teams, teams));
    }
  }

  private void and(String condition, Optional<?> value) {
    value.ifPresent(
        wanted -> {
          text.append(condition);
          values.add(wanted);
        });
  }

  private static String pattern(String query) {
    String literal =
        query.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return "%" + literal + "%";
  }
}
