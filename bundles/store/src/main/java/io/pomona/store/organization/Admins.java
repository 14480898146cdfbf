package io.pomona.store.organization;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Role;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Those who can do everything; there is always one of them. */
final class Admins {
  private Admins() {}

  /**
   * Locks an account and all admins, in the order of their ids: two who change an account do so one
   * after the other, and of two admins who leave at the same moment the second sees that the first
   * has left.
   *
   * @return the admins
   */
  static List<Long> lock(Sql sql, long account) {
    return sql
        .query(
            "SELECT id, global_role FROM organization_user WHERE global_role = ? OR id = ?"
                + " ORDER BY id FOR UPDATE",
            Admins::admin,
            Role.ADMIN.name(),
            account)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Long> admin(Row row) throws SQLException {
    long id = row.number("id");
    return row.optionalText("global_role").filter(Role.ADMIN.name()::equals).map(role -> id);
  }

  /** Refuses when this account is the only admin. */
  static void requireAnother(List<Long> admins, long leaving) {
    if (admins.equals(List.of(leaving))) {
      throw MdmException.conflict(
          "organization.last_admin",
          "This is the only admin of the organization. Make somebody else admin first.");
    }
  }
}
