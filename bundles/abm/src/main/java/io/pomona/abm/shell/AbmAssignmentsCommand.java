package io.pomona.abm.shell;

import io.pomona.abm.assign.AssignmentDesk;
import io.pomona.api.PageRequest;
import io.pomona.api.abm.ProfileAssignment;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamLookup;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.organization.TeamStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:abm-assignments}: which Macs have at Apple what they should, and why not. */
@Service
@Command(
    scope = "mdm",
    name = "abm-assignments",
    description = "Lists the Macs of ABM with the profile that Apple holds for them")
public final class AbmAssignmentsCommand implements Action {
  @Option(name = "--status", description = "Only those of this status, or in trouble")
  @Completion(StatusNames.class)
  String status = "";

  @Option(name = "--team", description = "Only Macs of this team, or of \"No team\"")
  @Completion(TeamNames.class)
  String team;

  @Option(name = "--after", description = "Begin behind this host number")
  long after;

  @Option(name = "--limit", description = "How many Macs at most")
  int limit = 1000;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference AssignmentDesk desk;
  @Reference TeamStore teams;
  @Reference TeamLookup lookup;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    access.require(actor, Permission.VIEW_HOSTS, Optional.empty());
    TeamScope scope =
        team == null ? TeamScope.everywhere() : TeamScope.of(lookup.find(actor, team));
    ShellTable table = new ShellTable();
    for (String name :
        new String[] {"ID", "Serial", "Name", "Team", "Status", "Tried", "Next try", "Detail"}) {
      table.column(name);
    }
    Map<TeamId, String> names = teams.names();
    desk.list(actor, scope, AssignmentDesk.statuses(status), new PageRequest(after, 0, limit))
        .forEach(row -> add(table, row, row.team().map(names::get).orElse("")));
    table.print(System.out, !noFormat);
    return null;
  }

  private static void add(ShellTable table, ProfileAssignment row, String team) {
    table
        .addRow()
        .addContent(
            row.host().value(),
            row.serialNumber(),
            row.name(),
            team,
            row.status().label(),
            row.triedAt().map(Instant::toString).orElse(""),
            row.againAt().map(Instant::toString).orElse(""),
            row.detail());
  }
}
