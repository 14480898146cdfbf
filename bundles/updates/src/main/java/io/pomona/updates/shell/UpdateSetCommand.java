package io.pomona.updates.shell;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamLookup;
import io.pomona.updates.policy.UpdateForm;
import io.pomona.updates.policy.UpdatePolicies;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:macos-update-set}: the macOS that Macs must have. */
@Service
@Command(
    scope = "mdm",
    name = "macos-update-set",
    description = "Requires a macOS by a day, of a team or of no team")
public final class UpdateSetCommand implements Action {
  @Argument(name = "version", description = "Minimum version, such as 14.6.1", required = true)
  @Completion(KnownVersions.class)
  String version;

  @Argument(
      index = 1,
      name = "deadline",
      description = "The day by which it is required, such as 2026-12-24",
      required = true)
  @Completion(NextDays.class)
  String deadline;

  @Option(name = "--time", description = "At which time of that day; without it as before or 20:00")
  String time;

  @Option(name = "--time-zone", description = "Such as Europe/Berlin; without it as before")
  @Completion(ZoneNames.class)
  String zone;

  @Option(name = "--team", description = "Name of a team; without it the Macs of no team")
  @Completion(TeamNames.class)
  String team;

  @Reference UpdatePolicies policies;
  @Reference TeamLookup teams;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    Optional<TeamId> wanted = Optional.ofNullable(team).flatMap(text -> teams.find(actor, text));
    access.require(actor, Permission.EDIT_UPDATES, wanted);
    policies.change(
        actor,
        wanted,
        new UpdateForm(
            Optional.of(version),
            Optional.of(deadline),
            Optional.ofNullable(time),
            Optional.ofNullable(zone)));
    System.out.println("Now " + policies.words(wanted) + ".");
    return null;
  }
}
