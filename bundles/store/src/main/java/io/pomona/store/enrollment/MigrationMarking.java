package io.pomona.store.enrollment;

import io.pomona.api.enrollment.MigrationChange;
import io.pomona.api.enrollment.MigrationEdit;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Text;
import java.util.List;

/** Writes what people say of Macs: what is not said stays. */
final class MigrationMarking {
  private static final String MARK =
      "UPDATE enrollment_migration SET old_mdm = COALESCE(CAST(? AS VARCHAR), old_mdm),"
          + " way = COALESCE(CAST(? AS VARCHAR), way),"
          + " user_admin = COALESCE(CAST(? AS VARCHAR), user_admin),"
          + " lock_off = COALESCE(CAST(? AS VARCHAR), lock_off),"
          + said("left_at", "BIGINT")
          + ", "
          + said("left_by", "VARCHAR")
          + ", "
          + said("told_at", "BIGINT")
          + ", "
          + said("told_by", "VARCHAR")
          + ", "
          + said("archived_at", "BIGINT")
          + " WHERE host_id = ?";

  private MigrationMarking() {}

  /** True sets what is not there, false takes it away, NULL leaves it. */
  private static String said(String column, String type) {
    return column
        + " = CASE WHEN CAST(? AS BOOLEAN) THEN COALESCE("
        + column
        + ", CAST(? AS "
        + type
        + ")) WHEN NOT CAST(? AS BOOLEAN) THEN NULL ELSE "
        + column
        + " END";
  }

  /** Who is on the board already stays as it is there. */
  static void put(Sql sql, Long[] hosts, MigrationEdit edit) {
    sql.update(
        sql.dialect()
            .upsert(
                "enrollment_migration",
                "host_id",
                "host_id, added_at",
                "SELECT h.id, CAST(? AS BIGINT) FROM enrollment_host h WHERE h.id = ANY(?)"
                    + " ORDER BY h.id",
                "archived_at = NULL"),
        edit.now(),
        (Object) hosts);
  }

  static void mark(Sql sql, List<Marked> macs, MigrationEdit edit) {
    sql.batch(MARK, macs.stream().map(mac -> values(mac, edit)).toList());
  }

  /** A host and what is said of it. */
  record Marked(long host, MigrationChange change) {}

  private static Object[] values(Marked mac, MigrationEdit edit) {
    MigrationChange change = mac.change();
    String by = Text.storable(edit.by());
    return new Object[] {
      change.oldMdm().map(Text::storable),
      change.way().map(Enum::name),
      change.userIsAdmin().map(Enum::name),
      change.activationLockOff().map(Enum::name),
      change.leftOldMdm(),
      edit.now(),
      change.leftOldMdm(),
      change.leftOldMdm(),
      by,
      change.leftOldMdm(),
      change.userTold(),
      edit.now(),
      change.userTold(),
      change.userTold(),
      by,
      change.userTold(),
      change.archived(),
      edit.now(),
      change.archived(),
      mac.host()
    };
  }
}
