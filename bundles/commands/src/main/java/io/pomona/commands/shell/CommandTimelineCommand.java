package io.pomona.commands.shell;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.commands.NamedCommand;
import io.pomona.commands.timeline.Timelines;
import io.pomona.commands.timeline.Timelines.OfCommand;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:command-timeline}: what happened to a command, Mac by Mac. */
@Service
@Command(
    scope = "mdm",
    name = "command-timeline",
    description = "Says what happened to a command on each of its Macs, newest first")
public final class CommandTimelineCommand implements Action {
  @Argument(index = 0, name = "uuid", required = true, description = "The UUID of the command")
  @Completion(CommandUuids.class)
  String uuid;

  @Option(name = "--host", description = "Only on this host: UDID, serial number or name")
  @Completion(HostIdentifiers.class)
  String host;

  @Option(name = "--limit", description = "Macs at most, 1 to 100")
  int limit = 20;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference Timelines timelines;
  @Reference HostStore hosts;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    if (!access.mayAnywhere(actor, Permission.VIEW_COMMANDS)) {
      access.require(actor, Permission.VIEW_COMMANDS, Optional.empty());
    }
    Optional<Host> only =
        Optional.ofNullable(host)
            .map(name -> NamedHost.find(hosts, access, actor, Permission.VIEW_COMMANDS, name));
    List<OfCommand> found =
        timelines.command(
            NamedCommand.uuid(uuid),
            only.map(Host::id),
            access.scope(actor, Permission.VIEW_COMMANDS),
            Optional.empty(),
            Math.min(100, Math.max(1, limit)));
    if (found.isEmpty()) {
      throw NamedCommand.unknown();
    }
    found.forEach(this::print);
    return null;
  }

  private void print(OfCommand timeline) {
    System.out.println(timeline.trail().command().hostName() + ": " + timeline.sentence());
    EventTable.print(timeline.events(), noFormat);
  }
}
