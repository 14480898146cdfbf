package io.pomona.store.organization;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityType;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds to activities which team the host is in that they are about, and what the team is called:
 * read in their transaction, so that it is neither forgotten by who drafts them nor out of date.
 */
final class ActivityTeams {
  private ActivityTeams() {}

  static List<ActivityDraft> added(Sql sql, List<ActivityDraft> drafts) {
    List<ActivityDraft> ofTeams =
        added(
            sql,
            drafts,
            new Addition(
                "team_id",
                "host_id",
                "SELECT id, team_id FROM enrollment_host WHERE team_id <> 0 AND id = ANY(?)",
                row -> row.number("team_id")));
    return added(
        sql,
        ofTeams,
        new Addition(
            "team_name",
            "team_id",
            "SELECT id, name FROM organization_team WHERE id = ANY(?)",
            row -> row.text("name")));
  }

  /**
   * @param known the detail with the number by which the added one is found
   */
  private record Addition(String added, String known, String text, Row.Reader<Object> reader) {
    Optional<Long> key(ActivityDraft draft) {
      boolean wanted =
          !draft.details().containsKey(added)
              && ActivityType.find(draft.type()).orElseThrow().fields().contains(added);
      return Optional.ofNullable(draft.details().get(known))
          .filter(value -> wanted && value instanceof Long)
          .map(Long.class::cast);
    }
  }

  private static List<ActivityDraft> added(Sql sql, List<ActivityDraft> drafts, Addition addition) {
    Long[] keys =
        drafts.stream()
            .flatMap(draft -> addition.key(draft).stream())
            .distinct()
            .toArray(Long[]::new);
    if (keys.length == 0) {
      return drafts;
    }
    Map<Long, Object> found = new HashMap<>();
    sql.query(
        addition.text(),
        row -> found.put(row.number("id"), addition.reader().read(row)),
        (Object) keys);
    return drafts.stream()
        .map(
            draft ->
                addition
                    .key(draft)
                    .flatMap(key -> Optional.ofNullable(found.get(key)))
                    .map(value -> draft.with(addition.added(), value))
                    .orElse(draft))
        .toList();
  }
}
