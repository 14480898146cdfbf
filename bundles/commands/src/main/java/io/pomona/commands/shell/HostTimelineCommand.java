package io.pomona.commands.shell;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.commands.timeline.Timelines;
import io.pomona.commands.timeline.Timelines.OfHost;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:host-timeline}: what a Mac waits for, and what happened to its commands. */
@Service
@Command(
    scope = "mdm",
    name = "host-timeline",
    description = "Says what a Mac waits for and what happened to its commands, newest first")
public final class HostTimelineCommand implements Action {
  @Argument(index = 0, name = "host", required = true, description = "UDID, serial number or name")
  @Completion(HostIdentifiers.class)
  String host;

  @Option(name = "--limit", description = "Commands at most, 1 to 100")
  int limit = 20;

  @Option(name = "--after", description = "Go on below this id, as the last line says")
  long after = 0;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference Timelines timelines;
  @Reference HostStore hosts;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    if (!access.mayAnywhere(actors.current(), Permission.VIEW_COMMANDS)) {
      access.require(actors.current(), Permission.VIEW_COMMANDS, Optional.empty());
    }
    Host found = NamedHost.find(hosts, access, actors.current(), Permission.VIEW_COMMANDS, host);
    OfHost timeline =
        timelines.host(found, new PageRequest(after, 0, Math.min(100, Math.max(1, limit))));
    System.out.println(timeline.sentence());
    EventTable.print(timeline.events(), noFormat);
    timeline
        .next()
        .filter(id -> !noFormat)
        .ifPresent(id -> System.out.println("Older ones: --after " + id));
    return null;
  }
}
