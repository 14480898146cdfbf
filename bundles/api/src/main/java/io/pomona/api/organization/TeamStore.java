package io.pomona.api.organization;

import io.pomona.api.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
   * @throws io.pomona.api.MdmException conflict {@code organization.team_name_taken}
   */
  Team change(TeamId id, NewTeam team, Instant now, ActivityDraft activity);

  /**
   * Deletes the team, its profiles and the roles in it. Its hosts belong to no team afterwards and
   * are marked as to be reconciled. Not found when it is gone already.
   */
  void delete(TeamId id, Instant now, ActivityDraft activity);
}
