package io.pomona.store.enrollment;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.Migration;
import io.pomona.api.enrollment.Migration.Reported;
import io.pomona.api.enrollment.MigrationCounts;
import io.pomona.api.enrollment.MigrationFilter;
import io.pomona.api.enrollment.MigrationMarks;
import io.pomona.api.enrollment.MigrationMarks.Answer;
import io.pomona.api.enrollment.MigrationMarks.Mark;
import io.pomona.api.enrollment.MigrationMarks.Question;
import io.pomona.api.enrollment.MigrationMarks.Way;
import io.pomona.api.enrollment.MigrationState;
import io.pomona.api.enrollment.MigrationStep;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the board. Native SQL: it joins what several slices keep, a page at a time. */
final class MigrationRows {
  private static final String SELECT =
      "SELECT h.*, s.seen_at, m.*, "
          + MigrationSteps.all()
          + ", "
          + MigrationSteps.REPORTED
          + MigrationSteps.FROM
          + " LEFT JOIN enrollment_seen s ON s.channel = h.udid";

  private final HostRows hosts;

  MigrationRows(HostRows hosts) {
    this.hosts = hosts;
  }

  Optional<Migration> find(Sql sql, HostId host) {
    return sql.first(SELECT + " WHERE m.host_id = ?", this::read, host.value());
  }

  List<Migration> list(Sql sql, MigrationFilter filter, PageRequest page) {
    List<Object> values = new ArrayList<>(List.of(page.after()));
    String conditions = conditions(filter, values);
    values.add(page.limit());
    values.add(page.offset());
    return sql.query(
        SELECT + " WHERE h.id > ?" + conditions + " ORDER BY h.id LIMIT ? OFFSET ?",
        this::read,
        values.toArray());
  }

  long count(Sql sql, MigrationFilter filter) {
    List<Object> values = new ArrayList<>(List.of(0L));
    String conditions = conditions(filter, values);
    return sql.number(
        "SELECT COUNT(*) AS n" + MigrationSteps.FROM + " WHERE h.id > ?" + conditions,
        values.toArray());
  }

  /** In one pass; there are few kinds of rows. */
  MigrationCounts counts(Sql sql, MigrationFilter filter) {
    List<Object> values = new ArrayList<>(List.of(0L));
    String conditions = conditions(filter, values);
    List<Kind> kinds =
        sql.query(
            "SELECT x.*, COUNT(*) AS n FROM (SELECT "
                + MigrationSteps.all()
                + MigrationSteps.FROM
                + " WHERE h.id > ?"
                + conditions
                + ") x GROUP BY "
                + columns(),
            row -> new Kind(steps(row), row.number("n")),
            values.toArray());
    return Kind.sum(kinds);
  }

  private static String columns() {
    List<String> names = new ArrayList<>();
    for (MigrationStep step : MigrationStep.values()) {
      names.add("x.step_" + step.label());
    }
    return String.join(", ", names);
  }

  /** Rows that are equally far. */
  private record Kind(Map<MigrationStep, MigrationState> steps, long rows) {
    static MigrationCounts sum(List<Kind> kinds) {
      long total = 0;
      long done = 0;
      Map<MigrationStep, Map<MigrationState, Long>> counts = new EnumMap<>(MigrationStep.class);
      for (Kind kind : kinds) {
        total += kind.rows();
        done += kind.steps().get(MigrationStep.KEY_ESCROWED).isSettled() ? kind.rows() : 0;
        kind.steps()
            .forEach(
                (step, state) ->
                    counts
                        .computeIfAbsent(step, key -> new EnumMap<>(MigrationState.class))
                        .merge(state, kind.rows(), Long::sum));
      }
      return new MigrationCounts(total, done, counts);
    }
  }

  private static String conditions(MigrationFilter filter, List<Object> values) {
    StringBuilder text =
        new StringBuilder(
            HostConditions.of(
                new HostFilter(filter.query(), Set.of()).within(filter.scope()), values));
    text.append(" AND m.archived_at IS ").append(filter.archived() ? "NOT NULL" : "NULL");
    filter
        .step()
        .ifPresent(
            step -> {
              text.append(" AND (").append(MigrationSteps.of(step)).append(") = ANY(?)");
              values.add(filter.states().stream().map(Enum::name).toArray(String[]::new));
            });
    filter
        .done()
        .ifPresent(done -> text.append(done ? " AND " : " AND NOT ").append(MigrationSteps.DONE));
    return text.toString();
  }

  private Migration read(Row row) throws SQLException {
    return new Migration(
        hosts.read(row),
        marks(row),
        steps(row),
        new Reported(row.flag("gone"), row.flag("lock_said"), row.flag("unencrypted")),
        row.instant("added_at"),
        row.optionalInstant("archived_at"));
  }

  private static MigrationMarks marks(Row row) throws SQLException {
    return new MigrationMarks(
        row.text("old_mdm"),
        Way.valueOf(row.text("way")),
        mark(row, "left"),
        mark(row, "told"),
        Answer.valueOf(row.text("user_admin")),
        Answer.valueOf(row.text("lock_off")),
        answered(row));
  }

  private static Map<Question, Mark> answered(Row row) throws SQLException {
    Map<Question, Mark> answered = new EnumMap<>(Question.class);
    for (Question question : Question.values()) {
      mark(row, MigrationMarking.column(question)).ifPresent(it -> answered.put(question, it));
    }
    return answered;
  }

  private static Optional<Mark> mark(Row row, String what) throws SQLException {
    Optional<Instant> at = row.optionalInstant(what + "_at");
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(new Mark(at.get(), row.text(what + "_by")));
  }

  private static Map<MigrationStep, MigrationState> steps(Row row) throws SQLException {
    Map<MigrationStep, MigrationState> steps = new EnumMap<>(MigrationStep.class);
    for (MigrationStep step : MigrationStep.values()) {
      steps.put(step, MigrationState.valueOf(row.text("step_" + step.label())));
    }
    return steps;
  }
}
