package io.pomona.organization;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.HostMove;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamLookup;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.organization.User;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Teams as a person may see and change them. */
@Component(service = {Teams.class, TeamLookup.class})
public final class Teams implements TeamLookup {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.organization");
  private static final int LONGEST_DESCRIPTION = 1_000;

  private static final int SUGGESTED = 100;

  /** An activity names all hosts of one step. */
  private static final int STEP = 1_000;

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
    TeamId known = require(actor, Permission.EDIT_TEAMS, id).id();
    Optional<String> newName = name.map(TeamName::require);
    Optional<String> newDescription = description.map(Teams::description);
    return teams.change(
        known,
        was -> new NewTeam(newName.orElse(was.name()), newDescription.orElse(was.description())),
        clock.instant(),
        (before, after) -> edited(actor, before, after));
  }

  private static List<ActivityDraft> edited(Actor actor, Team before, Team after) {
    ActivityDraft draft = activity(actor, "edited_team", after);
    if (!before.name().equals(after.name())) {
      draft = draft.with("previous_team_name", before.name());
    }
    if (!before.description().equals(after.description())) {
      draft =
          draft
              .with("description", after.description())
              .with("previous_description", before.description());
    }
    return draft.equals(activity(actor, "edited_team", after)) ? List.of() : List.of(draft);
  }

  public void delete(Actor actor, long id) {
    Team team = require(actor, Permission.DELETE_TEAMS, id);
    Function<HostMove, ActivityDraft> moved = move -> move.by(actor);
    // Some at a time, for a team may have all the Macs that there are; what fails half-way is
    // gone on with when it is deleted again.
    while (teams.moveOut(team.id(), STEP, clock.instant(), moved) > 0) {
      LOG.debug("Macs moved out of team {}", team.id().value());
    }
    teams.delete(team.id(), clock.instant(), moved, (row, people) -> deleted(actor, row, people));
    LOG.info("Team {} deleted: {}", team.id().value(), team.name());
  }

  private static List<ActivityDraft> deleted(Actor actor, Team team, List<User> people) {
    AccountActivities roles = new AccountActivities(actor);
    return Stream.concat(
            people.stream().map(user -> roles.leaving(team, user)),
            Stream.of(activity(actor, "deleted_team", team)))
        .toList();
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

  @Override
  public Optional<TeamId> find(Actor actor, String text) {
    return text.strip().equalsIgnoreCase(NO_TEAM)
        ? Optional.empty()
        : Optional.of(named(actor, text).id());
  }

  @Override
  public Map<String, Optional<TeamId>> findAll(Actor actor, Collection<String> texts) {
    Map<String, TeamId> known = byText(actor);
    Map<String, Optional<TeamId>> found = new HashMap<>();
    for (String text : texts) {
      Optional<TeamId> team = Optional.ofNullable(known.get(key(text)));
      if (team.isPresent() || text.strip().equalsIgnoreCase(NO_TEAM)) {
        found.put(text, team);
      }
    }
    return found;
  }

  /** By one query; a name goes before a number. */
  private Map<String, TeamId> byText(Actor actor) {
    TeamScope scope = access.scope(actor, Permission.VIEW_TEAMS);
    Map<TeamId, String> names = new HashMap<>(teams.names());
    names.keySet().removeIf(id -> !scope.includes(Optional.of(id)));
    Map<String, TeamId> known = new HashMap<>();
    names.keySet().forEach(id -> known.put(Long.toString(id.value()), id));
    names.forEach((id, name) -> known.put(key(name), id));
    return known;
  }

  private static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<String> suggest(Actor actor) {
    List<String> names = new ArrayList<>(List.of(NO_TEAM));
    list(actor, "", PageRequest.first(SUGGESTED)).forEach(team -> names.add(team.name()));
    return names;
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
