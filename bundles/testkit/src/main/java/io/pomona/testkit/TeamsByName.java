package io.pomona.testkit;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamLookup;
import io.pomona.api.organization.TeamStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Teams by their names, whoever asks. */
public final class TeamsByName implements TeamLookup {
  private final TeamStore teams;

  public TeamsByName(TeamStore teams) {
    this.teams = teams;
  }

  @Override
  public Optional<TeamId> find(Actor actor, String text) {
    return Optional.ofNullable(findAll(actor, List.of(text)).get(text))
        .orElseThrow(() -> MdmException.notFound("organization.team_not_found", "No such team."));
  }

  @Override
  public Map<String, Optional<TeamId>> findAll(Actor actor, Collection<String> texts) {
    Map<String, Optional<TeamId>> found = new HashMap<>();
    for (String text : texts) {
      Optional<TeamId> team = teams.named(text).map(Team::id);
      if (team.isPresent() || text.equals(NO_TEAM)) {
        found.put(text, team);
      }
    }
    return found;
  }

  @Override
  public List<String> suggest(Actor actor) {
    return List.copyOf(teams.names().values());
  }
}
