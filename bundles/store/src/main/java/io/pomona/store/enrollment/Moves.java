package io.pomona.store.enrollment;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostMove;
import io.pomona.api.enrollment.HostMove.Place;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.store.organization.Activities;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.profiles.DirtyHosts;
import io.pomona.store.sql.Sql;
import io.pomona.store.updates.DueHosts;
import io.pomona.store.updates.NudgeDue;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Hosts on their way from one team to another. They are locked in the order of their ids and before
 * their marks; what is told of them is what they are then.
 */
public final class Moves {
  private final HostRows rows;

  public Moves(HostRows rows) {
    this.rows = rows;
  }

  int into(
      Sql sql,
      Collection<HostId> ids,
      Optional<TeamId> team,
      Instant now,
      Function<HostMove, ActivityDraft> activity) {
    TeamRows.hold(sql, team);
    List<Long> moving =
        sql.query(
            "SELECT id FROM enrollment_host WHERE id = ANY(?) AND team_id <> ?"
                + " ORDER BY id FOR UPDATE",
            row -> row.number("id"),
            ids.stream().map(HostId::value).toArray(Long[]::new),
            TeamRows.number(team));
    return move(sql, moving, team, now, activity);
  }

  /** Into no team, from the smallest id on. */
  public int outOf(
      Sql sql, TeamId team, int limit, Instant now, Function<HostMove, ActivityDraft> activity) {
    List<Long> moving =
        sql.query(
            "SELECT id FROM enrollment_host WHERE team_id = ? ORDER BY id LIMIT ? FOR UPDATE",
            row -> row.number("id"),
            team.value(),
            limit);
    return move(sql, moving, Optional.empty(), now, activity);
  }

  private int move(
      Sql sql,
      List<Long> ids,
      Optional<TeamId> team,
      Instant now,
      Function<HostMove, ActivityDraft> activity) {
    Long[] moving = ids.toArray(Long[]::new);
    if (moving.length > 0) {
      List<ActivityDraft> told = moves(sql, moving, team).stream().map(activity).toList();
      sql.update(
          "UPDATE enrollment_host SET team_id = ? WHERE id = ANY(?)",
          TeamRows.number(team),
          (Object) moving);
      DirtyHosts.mark(sql, moving, now);
      DueHosts.mark(sql, moving, now);
      NudgeDue.MARKS.mark(sql, moving, now);
      Activities.write(sql, told, now);
    }
    return moving.length;
  }

  /** One from each place. */
  private List<HostMove> moves(Sql sql, Long[] moving, Optional<TeamId> team) {
    Map<Optional<TeamId>, List<Host>> from =
        sql
            .query(
                HostRows.SELECT + " WHERE h.id = ANY(?) ORDER BY h.id", rows::read, (Object) moving)
            .stream()
            .collect(Collectors.groupingBy(Host::team, LinkedHashMap::new, Collectors.toList()));
    Optional<Place> to = team.flatMap(id -> place(sql, id));
    return from.entrySet().stream()
        .map(
            entry ->
                new HostMove(entry.getValue(), entry.getKey().flatMap(id -> place(sql, id)), to))
        .toList();
  }

  private static Optional<Place> place(Sql sql, TeamId team) {
    return TeamRows.name(sql, team).map(name -> new Place(team, name));
  }
}
