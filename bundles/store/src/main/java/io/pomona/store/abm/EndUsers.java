package io.pomona.store.abm;

import io.pomona.api.abm.EndUser;
import io.pomona.store.sql.Row;
import java.sql.SQLException;

/** The columns of a person. */
final class EndUsers {
  private EndUsers() {}

  static EndUser read(Row row) throws SQLException {
    return new EndUser(
        row.text("full_name"),
        row.text("user_name"),
        row.text("email"),
        row.instant("logged_in_at"));
  }
}
