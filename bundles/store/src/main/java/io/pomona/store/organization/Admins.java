package io.pomona.store.organization;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Role;
import io.pomona.store.sql.Sql;
import java.util.List;

/** Those who can do everything; there is always one of them. */
final class Admins {
  private Admins() {}

  /**
   * Refuses when this account is the only admin. Locks all admins, so that of two who leave at the
   * same moment the second sees that the first has left.
   */
  static void requireAnother(Sql sql, long leaving) {
    List<Long> admins =
        sql.query(
            "SELECT id FROM organization_user WHERE global_role = ? ORDER BY id FOR UPDATE",
            row -> row.number("id"),
            Role.ADMIN.name());
    if (admins.equals(List.of(leaving))) {
      throw MdmException.conflict(
          "organization.last_admin",
          "This is the only admin of the organization. Make somebody else admin first.");
    }
  }
}
