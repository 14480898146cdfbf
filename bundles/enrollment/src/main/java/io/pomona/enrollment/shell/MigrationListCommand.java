package io.pomona.enrollment.shell;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Migration;
import io.pomona.api.enrollment.MigrationFilter;
import io.pomona.api.enrollment.MigrationState;
import io.pomona.api.enrollment.MigrationStep;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamLookup;
import io.pomona.api.organization.TeamScope;
import io.pomona.enrollment.migration.MigrationBoard;
import io.pomona.enrollment.migration.NextStep;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:migration-list}: the Macs that come from another MDM. */
@Service
@Command(
    scope = "mdm",
    name = "migration-list",
    description = "Lists the Macs that come from another MDM, with what is next for each")
public final class MigrationListCommand implements Action {
  @Option(name = "--query", description = "Part of name, serial number or UDID")
  String query = "";

  @Option(name = "--team", description = "Only hosts of this team, or of \"No team\"")
  @Completion(TeamNames.class)
  String team;

  @Option(name = "--left-at", description = "Only those that this step is left to do for")
  @Completion(MigrationStepNames.class)
  String step;

  @Option(name = "--after", description = "Begin behind this host number")
  long after;

  @Option(name = "--limit", description = "How many hosts at most")
  int limit = 1000;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference MigrationBoard board;
  @Reference TeamLookup teams;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    ShellTable table = new ShellTable();
    for (String name : new String[] {"ID", "Serial", "Name", "Old MDM", "MDM", "Next"}) {
      table.column(name);
    }
    board
        .list(actor, filter(actor), new PageRequest(after, 0, limit))
        .forEach(mac -> add(table, mac));
    table.print(System.out, !noFormat);
    return null;
  }

  private MigrationFilter filter(Actor actor) {
    TeamScope scope = team == null ? TeamScope.everywhere() : TeamScope.of(teams.find(actor, team));
    Optional<MigrationStep> at = Optional.ofNullable(step).map(MigrationListCommand::step);
    Set<MigrationState> left = Set.of(MigrationState.OPEN, MigrationState.BLOCKED);
    return new MigrationFilter(query, at, left, Optional.empty(), false, scope);
  }

  private static MigrationStep step(String label) {
    return MigrationStep.of(label)
        .orElseThrow(
            () ->
                MdmException.invalid(
                    "enrollment.bad_status", "step", "There is no such step: " + label + "."));
  }

  private static void add(ShellTable table, Migration mac) {
    table
        .addRow()
        .addContent(
            mac.host().id().value(),
            mac.host().facts().serialNumber(),
            mac.host().facts().name(),
            mac.marks().oldMdm(),
            mac.host().mdm().label(),
            NextStep.of(mac));
  }
}
