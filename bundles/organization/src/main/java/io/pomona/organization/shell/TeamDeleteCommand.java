package io.pomona.organization.shell;

import io.pomona.api.organization.ShellActors;
import io.pomona.organization.Teams;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:team-delete}: deletes a team with its profiles; its hosts belong to none then. */
@Service
@Command(
    scope = "mdm",
    name = "team-delete",
    description = "Deletes a team and its profiles, and moves its hosts to no team")
public final class TeamDeleteCommand implements Action {
  @Argument(name = "team", required = true, description = "Name or number of the team")
  @Completion(TeamNames.class)
  String team;

  @Reference Teams teams;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    teams.delete(actors.current(), teams.named(actors.current(), team).id().value());
    return null;
  }
}
