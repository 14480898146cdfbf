package io.pomona.profiles.shell;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamLookup;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileLibrary;
import io.pomona.api.profiles.ProfileStore;
import io.pomona.profiles.CustomProfiles;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:profile-delete}: deletes a profile and takes it off the Macs. */
@Service
@Command(
    scope = "mdm",
    name = "profile-delete",
    description = "Deletes a configuration profile and removes it from the hosts that have it")
public final class ProfileDeleteCommand implements Action {
  @Argument(name = "profile", description = "Identifier or UUID of a profile", required = true)
  @Completion(ProfileNames.class)
  String profile;

  @Option(
      name = "--team",
      description = "Name of the team; without it an identifier is looked for in no team")
  @Completion(TeamNames.class)
  String team;

  @Reference ProfileLibrary library;
  @Reference ProfileStore profiles;
  @Reference TeamLookup teams;
  @Reference Access access;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    if (!access.mayAnywhere(actor, Permission.EDIT_PROFILES)) {
      access.require(actor, Permission.EDIT_PROFILES, Optional.empty());
    }
    Profile found = named(actor).orElseThrow(CustomProfiles::unknown);
    library.delete(actor, found.id());
    System.out.println("The profile " + found.name() + " is deleted, and removed from its hosts.");
    return null;
  }

  /** A UUID is that of one profile anywhere; who says a team means one of this team. */
  private Optional<Profile> named(Actor actor) {
    Optional<TeamId> of = Optional.ofNullable(team).flatMap(text -> teams.find(actor, text));
    Optional<Profile> within =
        profiles.list(of).stream()
            .filter(each -> each.identifier().equals(profile) || each.uuid().equals(profile))
            .findFirst();
    return within.isEmpty() && team == null ? profiles.findByUuid(profile) : within;
  }
}
