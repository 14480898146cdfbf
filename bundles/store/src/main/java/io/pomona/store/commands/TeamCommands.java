package io.pomona.store.commands;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.TeamScope;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.sql.SQLException;
import java.util.List;

/**
 * The newest commands of some teams. Walking along the ids would mean reading the history of all
 * the others, as soon as these teams were idle for a while; so that goes only so far. Otherwise the
 * newest of a page belong to those hosts that had a command last, and to no more of them than the
 * page has rows: a look into an index for each host of the teams, however long the history is.
 */
final class TeamCommands {
  private static final String NEWEST =
      "SELECT n.id, n.newest FROM (SELECT h.id, GREATEST("
          + "COALESCE((SELECT MAX(q.id) FROM commands_queue q"
          + " WHERE q.host_id = h.id AND q.id < ?), 0),"
          + " COALESCE((SELECT MAX(r.id) FROM commands_result r"
          + " WHERE r.host_id = h.id AND r.id < ?), 0)) AS newest"
          + " FROM enrollment_host h WHERE h.team_id = ANY(?)) n"
          + " WHERE n.newest > 0 ORDER BY n.newest DESC LIMIT ?";

  private static final String LAST =
      "SELECT GREATEST(COALESCE((SELECT MAX(id) FROM commands_queue), 0),"
          + " COALESCE((SELECT MAX(id) FROM commands_result), 0)) AS n";

  /** How many of the newest commands of everybody are looked through. */
  private static final int WALK = 10_000;

  private record Busy(long host, long newest) {
    static Busy of(Row row) throws SQLException {
      return new Busy(row.number("id"), row.number("newest"));
    }
  }

  private TeamCommands() {}

  static <T> List<T> newest(Sql sql, TeamScope scope, PageRequest page, Row.Reader<T> reader) {
    long below = page.after() == 0 ? sql.number(LAST) + 1 : page.after();
    List<T> recent =
        CommandPart.newest(page)
            .where(" AND %1$s.id >= ?", below - WALK)
            .of(scope)
            .newestFirst(sql, page, reader);
    return recent.size() == page.limit() ? recent : byHost(sql, scope, page, below, reader);
  }

  private static <T> List<T> byHost(
      Sql sql, TeamScope scope, PageRequest page, long below, Row.Reader<T> reader) {
    int most = (int) Math.min(Integer.MAX_VALUE, (long) page.offset() + page.limit());
    List<Busy> busy = sql.query(NEWEST, Busy::of, below, below, TeamRows.numbers(scope), most);
    if (busy.isEmpty()) {
      return List.of();
    }
    long lowest = busy.size() < most ? 0 : busy.get(busy.size() - 1).newest();
    // The sum keeps PostgreSQL from walking along the ids here as well.
    return CommandPart.newest(page)
        .where(
            " AND %1$s.id >= ? AND %1$s.host_id = ANY(?)",
            lowest, busy.stream().map(Busy::host).toArray(Long[]::new))
        .read(sql, "%1$s.id + 0 DESC", "x.id DESC", page, reader);
  }
}
