package io.pomona.api.organization;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.HostMove;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Teams. Each method is one transaction. */
public interface TeamStore {
  /**
   * @param activity of the team that was made; may be called more than once
   * @throws io.pomona.api.MdmException conflict {@code organization.team_name_taken}
   */
  Team create(NewTeam team, Instant now, Function<Team, ActivityDraft> activity);

  Optional<Team> find(TeamId id);

  /** The team of this name, upper or lower case. */
  Optional<Team> named(String name);

  /**
   * @param query part of the name, upper or lower case; empty text = all
   */
  List<Team> list(String query, TeamScope scope, PageRequest page);

  /** The names of all teams. */
  Map<TeamId, String> names();

  /**
   * Not found when it is gone.
   *
   * @param wanted what it shall be, seeing what it is; may be called more than once
   * @param activities of what it was and is then; may be called more than once
   * @throws io.pomona.api.MdmException conflict {@code organization.team_name_taken}
   */
  Team change(
      TeamId id,
      Function<Team, NewTeam> wanted,
      Instant now,
      BiFunction<Team, Team, List<ActivityDraft>> activities);

  /**
   * Moves some hosts of the team into none and marks them as to be reconciled.
   *
   * @param activity of those that move; may be called more than once
   * @return how many have moved; 0 when none was left
   */
  int moveOut(TeamId id, int limit, Instant now, Function<HostMove, ActivityDraft> activity);

  /**
   * Deletes the team, its profiles and the roles in it. Hosts that it has still are moved as by
   * {@link #moveOut}, however many. Not found when it is gone already.
   *
   * @param moved of the hosts that it had still; may be called more than once
   * @param deleted of the team and of those who had a role in it, by id, as they were; may be
   *     called more than once
   */
  void delete(
      TeamId id,
      Instant now,
      Function<HostMove, ActivityDraft> moved,
      BiFunction<Team, List<User>, List<ActivityDraft>> deleted);
}
