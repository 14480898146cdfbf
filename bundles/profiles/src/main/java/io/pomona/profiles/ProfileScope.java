package io.pomona.profiles;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.profiles.Profile;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whose profiles a person may see and change: those of a team, or of no team. */
@Component(service = ProfileScope.class)
public final class ProfileScope {
  private final TeamStore teams;
  private final Access access;

  @Activate
  public ProfileScope(@Reference TeamStore teams, @Reference Access access) {
    this.teams = teams;
    this.access = access;
  }

  /** The team that a request names; to whom has no role in it, it does not exist. */
  public Optional<Team> require(Actor actor, Permission permission, Optional<TeamId> team) {
    if (team.isEmpty()) {
      access.require(actor, permission, team);
      return Optional.empty();
    }
    access.require(actor, permission, team, ProfileScope::unknownTeam);
    return Optional.of(teams.find(team.get()).orElseThrow(ProfileScope::unknownTeam));
  }

  /** A profile that a request names, if the actor may do this to it. */
  public Profile known(Actor actor, Permission permission, Optional<Profile> found) {
    Profile profile = found.orElseThrow(CustomProfiles::unknown);
    access.require(actor, permission, profile.team(), CustomProfiles::unknown);
    return profile;
  }

  /** The team of a name, if the actor may change its profiles; else it is as if there was none. */
  public Optional<TeamId> named(Actor actor, String name) {
    return teams
        .named(name.strip())
        .map(Team::id)
        .filter(id -> access.scope(actor, Permission.EDIT_PROFILES).includes(Optional.of(id)));
  }

  /** The name of a team, empty when it is gone. */
  Optional<String> name(TeamId team) {
    return teams.find(team).map(Team::name);
  }

  /** With the team that it is about. */
  ActivityDraft named(ActivityDraft draft, Optional<TeamId> team) {
    return team.map(id -> draft.with("team_id", id.value()).with("team_name", name(id).orElse("")))
        .orElse(draft);
  }

  /** For whoever names a team that is not there. */
  public static MdmException unknownTeam() {
    return MdmException.notFound("organization.team_not_found", "There is no such team.");
  }
}
