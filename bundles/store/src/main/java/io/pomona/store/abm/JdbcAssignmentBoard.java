package io.pomona.store.abm;

import io.pomona.api.PageRequest;
import io.pomona.api.abm.AssignmentBoard;
import io.pomona.api.abm.AssignmentFilter;
import io.pomona.api.abm.AssignmentStatus;
import io.pomona.api.abm.ProfileAssignment;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamScope;
import io.pomona.store.Persistence;
import io.pomona.store.organization.Activities;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: what is wanted and what is there are joined for a hundred thousand Macs at once. */
@Component
public final class JdbcAssignmentBoard implements AssignmentBoard {
  private final Transactions transactions;

  @Activate
  public JdbcAssignmentBoard(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public List<ProfileAssignment> list(AssignmentFilter filter, PageRequest page) {
    return transactions.read(sql -> list(sql, filter, page));
  }

  private static List<ProfileAssignment> list(Sql sql, AssignmentFilter filter, PageRequest page) {
    List<Object> values = new ArrayList<>(List.of(page.after()));
    String within = AssignmentRows.within(filter, values);
    values.add(page.limit());
    values.add(page.offset());
    return sql.query(
        "SELECT x.* FROM ("
            + AssignmentRows.ALL
            + ") x WHERE x.host_id > ?"
            + within
            + " ORDER BY x.host_id LIMIT ? OFFSET ?",
        AssignmentRows::read,
        values.toArray());
  }

  @Override
  public Map<AssignmentStatus, Long> counts(TeamScope scope) {
    Map<AssignmentStatus, Long> counts = new EnumMap<>(AssignmentStatus.class);
    Object[] values = scope.all() ? new Object[0] : new Object[] {TeamRows.numbers(scope)};
    transactions.read(
        sql ->
            sql.query(
                "SELECT x.status, COUNT(*) AS n FROM ("
                    + AssignmentRows.ALL
                    + ") x"
                    + (scope.all() ? "" : " WHERE x.team_id = ANY(?)")
                    + " GROUP BY x.status",
                row -> counts.put(AssignmentStatus.valueOf(row.text("status")), row.number("n")),
                values));
    return counts;
  }

  @Override
  public int again(
      AssignmentFilter filter,
      Instant now,
      Function<List<ProfileAssignment>, List<ActivityDraft>> activities) {
    return transactions.sql(
        sql -> {
          List<ProfileAssignment> found = list(sql, filter, PageRequest.first(PageRequest.MOST));
          if (!found.isEmpty()) {
            String[] serials =
                found.stream().map(ProfileAssignment::serialNumber).toArray(String[]::new);
            ask(sql, serials);
            Activities.write(sql, activities.apply(found), now);
          }
          return found.size();
        });
  }

  private static void ask(Sql sql, String[] serials) {
    sql.update(
        sql.dialect()
            .upsert(
                "abm_assignment",
                "serial_number",
                "serial_number, profile_uuid, result, detail, attempts, tried_at, again_at, asked",
                "SELECT d.serial_number, '', '', '', 0, 0, 0, TRUE FROM abm_device d"
                    + " WHERE d.serial_number = ANY(?) ORDER BY d.serial_number",
                "again_at = 0, asked = TRUE"),
        (Object) serials);
    sql.update("UPDATE abm_definition SET again_at = 0 WHERE refusal <> ''");
  }
}
