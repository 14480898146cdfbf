package io.pomona.store.enrollment;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.store.organization.Activities;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.profiles.DirtyHosts;
import io.pomona.store.sql.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Hosts on their way from one team to another. */
final class Moves {
  private Moves() {}

  static int into(
      Sql sql, Collection<HostId> ids, Optional<TeamId> team, Instant now, ActivityDraft activity) {
    TeamRows.hold(sql, team);
    long number = TeamRows.number(team);
    Long[] moving =
        sql.query(
                "SELECT id FROM enrollment_host WHERE id = ANY(?) AND team_id <> ?"
                    + " ORDER BY id FOR UPDATE",
                row -> row.number("id"),
                ids.stream().map(HostId::value).toArray(Long[]::new),
                number)
            .toArray(Long[]::new);
    if (moving.length > 0) {
      sql.update(
          "UPDATE enrollment_host SET team_id = ? WHERE id = ANY(?)", number, (Object) moving);
      DirtyHosts.mark(sql, moving, now);
      Activities.write(sql, activity, now);
    }
    return moving.length;
  }
}
