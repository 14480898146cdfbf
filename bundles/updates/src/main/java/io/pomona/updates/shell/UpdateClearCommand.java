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
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:macos-update-clear}: Macs may stay as they are. */
@Service
@Command(
    scope = "mdm",
    name = "macos-update-clear",
    description = "Requires no macOS any more, of a team or of no team")
public final class UpdateClearCommand implements Action {
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
    boolean changed = policies.change(actor, wanted, UpdateForm.clear());
    System.out.println(changed ? "No macOS is required any more." : "No macOS was required.");
    return null;
  }
}
