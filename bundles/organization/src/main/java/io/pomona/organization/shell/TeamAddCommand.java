package io.pomona.organization.shell;

import io.pomona.api.organization.ShellActors;
import io.pomona.organization.Teams;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:team-add}: makes a team. */
@Service
@Command(scope = "mdm", name = "team-add", description = "Adds a team")
public final class TeamAddCommand implements Action {
  // Completed with the names that are taken, to show what there is.
  @Argument(name = "name", required = true, description = "The name of the team")
  @Completion(TeamNames.class)
  String name;

  @Option(name = "--description", description = "What the team is for")
  String description = "";

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference Teams teams;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    TeamTable.print(
        List.of(teams.create(actors.current(), name, Optional.of(description))), noFormat);
    return null;
  }
}
