package io.pomona.organization;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Teams as a person may see and change them. */
@Component(service = Teams.class)
public final class Teams {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.organization");
  private static final int LONGEST_DESCRIPTION = 1_000;

  private final TeamStore teams;
  private final Access access;
  private final Clock clock;

  @Activate
  public Teams(@Reference TeamStore teams, @Reference Access access) {
    this(teams, access, Clock.systemUTC());
  }

  Teams(TeamStore teams, Access access, Clock clock) {
    this.teams = teams;
    this.access = access;
    this.clock = clock;
  }

  public Team create(Actor actor, String name, Optional<String> description) {
    access.require(actor, Permission.CREATE_TEAMS, Optional.empty());
    NewTeam team = new NewTeam(TeamName.require(name), description(description.orElse("")));
    Team made = teams.create(team, clock.instant(), row -> activity(actor, "created_team", row));
    LOG.info("Team {} added: {}", made.id().value(), made.name());
    return made;
  }

  /** What is empty stays as it is. */
  public Team change(Actor actor, long id, Optional<String> name, Optional<String> description) {
    Team team = require(actor, Permission.EDIT_TEAMS, id);
    NewTeam wanted =
        new NewTeam(
            name.map(TeamName::require).orElse(team.name()),
            description.map(Teams::description).orElse(team.description()));
    if (wanted.equals(new NewTeam(team.name(), team.description()))) {
      return team;
    }
    ActivityDraft activity =
        ActivityDraft.of(actor, "edited_team")
            .with("team_id", team.id().value())
            .with("team_name", wanted.name())
            .with("previous_team_name", team.name());
    return teams.change(team.id(), wanted, clock.instant(), activity);
  }

  public void delete(Actor actor, long id) {
    Team team = require(actor, Permission.DELETE_TEAMS, id);
    teams.delete(team.id(), clock.instant(), activity(actor, "deleted_team", team));
    LOG.info("Team {} deleted: {}", team.id().value(), team.name());
  }

  public List<Team> list(Actor actor, String query, PageRequest page) {
    return teams.list(query, access.scope(actor, Permission.VIEW_TEAMS), page);
  }

  public Team find(Actor actor, long id) {
    return require(actor, Permission.VIEW_TEAMS, id);
  }

  /**
   * @param text a name, whatever the case, or a number
   */
  public Team named(Actor actor, String text) {
    Optional<Team> byName =
        list(actor, text.strip(), PageRequest.first(PageRequest.MOST)).stream()
            .filter(team -> team.name().equalsIgnoreCase(text.strip()))
            .findFirst();
    return byName.orElseGet(
        () -> find(actor, text.matches("[1-9][0-9]{0,17}") ? Long.parseLong(text) : 0));
  }

  private Team require(Actor actor, Permission permission, long id) {
    Team team =
        Optional.of(id)
            .filter(number -> number > 0)
            .map(TeamId::new)
            .flatMap(teams::find)
            .orElseThrow(Teams::unknown);
    access.require(actor, permission, Optional.of(team.id()), Teams::unknown);
    return team;
  }

  private static MdmException unknown() {
    return MdmException.notFound("organization.team_not_found", "There is no such team.");
  }

  private static String description(String text) {
    if (text.length() > LONGEST_DESCRIPTION) {
      throw MdmException.invalid(
          "organization.bad_description",
          "description",
          "A description has up to 1,000 characters.");
    }
    return text.strip();
  }

  private static ActivityDraft activity(Actor actor, String type, Team team) {
    return ActivityDraft.of(actor, type)
        .with("team_id", team.id().value())
        .with("team_name", team.name());
  }
}
