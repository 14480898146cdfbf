package io.pomona.enrollment.shell;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.enrollment.HostDirectory;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
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

  @Option(name = "--after", description = "Begin behind this host number")
  long after;

  @Option(name = "--limit", description = "How many hosts at most")
  int limit = 1000;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference HostDirectory directory;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    access.require(actor, Permission.VIEW_HOSTS, Optional.empty());
    ShellTable table = new ShellTable();
    for (String name : new String[] {"ID", "Serial", "Name", "Model", "macOS", "MDM", "Seen"}) {
      table.column(name);
    }
    HostFilter filter = new HostFilter(query, Set.of(), Optional.empty());
    directory
        .list(actor, filter, new PageRequest(after, 0, limit))
        .forEach(host -> add(table, host));
    table.print(System.out, !noFormat);
    return null;
  }

  private static void add(ShellTable table, Host host) {
    table
        .addRow()
        .addContent(
            host.id().value(),
            host.facts().serialNumber(),
            host.facts().name(),
            host.facts().model(),
            host.facts().osVersion(),
            host.mdm().label(),
            host.lastSeenAt().map(Instant::toString).orElse(""));
  }
}
