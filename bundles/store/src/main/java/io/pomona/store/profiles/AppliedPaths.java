package io.pomona.store.profiles;

import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Text;
import java.util.List;

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
    for (int place = 0; place < paths.size(); place++) {
      sql.update(
          "INSERT INTO profiles_applied (team_id, place, path) VALUES (?, ?, ?)",
          team,
          place,
          Text.storable(paths.get(place)));
    }
  }
}
