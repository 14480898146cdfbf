package io.pomona.organization.shell;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.organization.Teams;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:team-list}: the teams. */
@Service
@Command(scope = "mdm", name = "team-list", description = "Lists the teams")
public final class TeamListCommand implements Action {
  @Option(name = "--query", description = "Part of the name")
  String query = "";

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference Teams teams;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    access.require(actor, Permission.VIEW_TEAMS, Optional.empty());
    TeamTable.print(teams.list(actor, query, PageRequest.first(PageRequest.MOST)), noFormat);
    return null;
  }
}
