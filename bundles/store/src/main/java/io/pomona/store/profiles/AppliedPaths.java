package io.pomona.store.profiles;

import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Text;
import java.util.List;
import java.util.stream.IntStream;

/** The paths of profiles in the file that was applied last, in its order. */
final class AppliedPaths {
  private AppliedPaths() {}

  static List<String> read(Sql sql, long team) {
    return sql.query(
        "SELECT path FROM profiles_applied WHERE team_id = ? ORDER BY place",
        row -> row.text("path"),
        team);
  }

  static void write(Sql sql, long team, List<String> paths) {
    if (read(sql, team).equals(paths)) {
      return;
    }
    sql.update("DELETE FROM profiles_applied WHERE team_id = ?", team);
    sql.batch(
        "INSERT INTO profiles_applied (team_id, place, path) VALUES (?, ?, ?)",
        IntStream.range(0, paths.size())
            .mapToObj(place -> new Object[] {team, place, Text.storable(paths.get(place))})
            .toList());
  }
}
