package io.pomona.store.enrollment;

import io.pomona.api.enrollment.MigrationChange;
import io.pomona.api.enrollment.MigrationEdit;
import io.pomona.api.enrollment.MigrationMarks.Question;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Writes what people say of Macs: what is not said stays. */
final class MigrationMarking {
  private static final String MARK =
      "UPDATE enrollment_migration SET "
          + answer(Question.OLD_MDM)
          + ", "
          + answer(Question.WAY)
          + ", "
          + answer(Question.USER_IS_ADMIN)
          + ", "
          + answer(Question.ACTIVATION_LOCK_OFF)
          + ", "
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

  static String column(Question question) {
    return switch (question) {
      case OLD_MDM -> "old_mdm";
      case WAY -> "way";
      case USER_IS_ADMIN -> "user_admin";
      case ACTIVATION_LOCK_OFF -> "lock_off";
    };
  }

  /** With when and by whom; all see the answer that was there before. */
  private static String answer(Question question) {
    String column = column(question);
    return column
        + " = COALESCE(CAST(? AS VARCHAR), "
        + column
        + "), "
        + when(question, "_at", "BIGINT")
        + ", "
        + when(question, "_by", "VARCHAR");
  }

  /** The same answer again keeps what is there, no answer takes it away. */
  private static String when(Question question, String suffix, String type) {
    String column = column(question);
    String kept = column + suffix;
    String none = question == Question.OLD_MDM ? "''" : "'UNKNOWN'";
    return kept
        + " = CASE WHEN CAST(? AS VARCHAR) IS NULL THEN "
        + kept
        + " WHEN CAST(? AS VARCHAR) = "
        + none
        + " THEN NULL WHEN CAST(? AS VARCHAR) = "
        + column
        + " AND "
        + kept
        + " IS NOT NULL THEN "
        + kept
        + " ELSE CAST(? AS "
        + type
        + ") END";
  }

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
    List<Object> values = new ArrayList<>();
    answer(values, change.oldMdm().map(Text::storable), edit);
    answer(values, change.way().map(Enum::name), edit);
    answer(values, change.userIsAdmin().map(Enum::name), edit);
    answer(values, change.activationLockOff().map(Enum::name), edit);
    for (Optional<Boolean> said : List.of(change.leftOldMdm(), change.userTold())) {
      Collections.addAll(values, said, edit.now(), said, said, by, said);
    }
    Collections.addAll(values, change.archived(), edit.now(), change.archived(), mac.host());
    return values.toArray();
  }

  private static void answer(List<Object> values, Optional<String> answer, MigrationEdit edit) {
    Collections.addAll(values, answer, answer, answer, answer, edit.now());
    Collections.addAll(values, answer, answer, answer, Text.storable(edit.by()));
  }
}
