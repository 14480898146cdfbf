package io.pomona.updates.shell;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamLookup;
import io.pomona.updates.policy.UpdatePolicies;
import io.pomona.updates.policy.UpdateSummary.OfVersion;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:macos-update-summary}: how many Macs run what, and how far that is. */
@Service
@Command(
    scope = "mdm",
    name = "macos-update-summary",
    description = "Counts the enrolled Macs of a team, or of no team, by macOS and state")
public final class UpdateSummaryCommand implements Action {
  @Option(name = "--team", description = "Name of a team; without it the Macs of no team")
  @Completion(TeamNames.class)
  String team;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference UpdatePolicies policies;
  @Reference TeamLookup teams;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    Optional<TeamId> wanted = Optional.ofNullable(team).flatMap(text -> teams.find(actor, text));
    access.require(actor, Permission.VIEW_HOSTS, wanted);
    ShellTable table = new ShellTable();
    table.column("macOS");
    table.column("State");
    table.column("Macs");
    for (OfVersion group : policies.summary(wanted).versions()) {
      table.addRow().addContent(group.version(), group.state().label(), group.hosts());
    }
    System.out.println("Now " + policies.words(wanted) + ".");
    table.print(System.out, !noFormat);
    return null;
  }
}
