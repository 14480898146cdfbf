package io.pomona.enrollment.shell;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamLookup;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.organization.TeamStore;
import io.pomona.enrollment.HostDirectory;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:host-list}: the hosts. */
@Service
@Command(scope = "mdm", name = "host-list", description = "Lists the hosts")
public final class HostListCommand implements Action {
  @Option(name = "--query", description = "Part of name, serial number or UDID")
  String query = "";

  @Option(name = "--team", description = "Only hosts of this team, or of \"No team\"")
  @Completion(TeamNames.class)
  String team;

  @Option(name = "--after", description = "Begin behind this host number")
  long after;

  @Option(name = "--limit", description = "How many hosts at most")
  int limit = 1000;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference HostDirectory directory;
  @Reference TeamStore teams;
  @Reference TeamLookup lookup;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    access.require(actor, Permission.VIEW_HOSTS, Optional.empty());
    ShellTable table = new ShellTable();
    for (String name :
        new String[] {"ID", "Serial", "Name", "Model", "macOS", "MDM", "Team", "Seen"}) {
      table.column(name);
    }
    Map<TeamId, String> names = teams.names();
    TeamScope scope =
        team == null ? TeamScope.everywhere() : TeamScope.of(lookup.find(actor, team));
    HostFilter filter = new HostFilter(query, Set.of()).within(scope);
    directory
        .list(actor, filter, new PageRequest(after, 0, limit))
        .forEach(host -> add(table, host, host.team().map(names::get).orElse("")));
    table.print(System.out, !noFormat);
    return null;
  }

  private static void add(ShellTable table, Host host, String team) {
    table
        .addRow()
        .addContent(
            host.id().value(),
            host.facts().serialNumber(),
            host.facts().name(),
            host.facts().model(),
            host.facts().osVersion(),
            host.mdm().label(),
            team,
            host.lastSeenAt().map(Instant::toString).orElse(""));
  }
}
