package io.pomona.commands.shell;

import io.pomona.api.commands.CommandQueue;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.commands.CancelWords;
import io.pomona.commands.NamedCommand;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:command-cancel}: takes a command back. */
@Service
@Command(
    scope = "mdm",
    name = "command-cancel",
    description = "Cancels a command where it has not ended, for all its Macs or for one")
public final class CancelCommand implements Action {
  @Argument(index = 0, name = "uuid", required = true, description = "The UUID of the command")
  @Completion(CommandUuids.class)
  String uuid;

  @Option(name = "--host", description = "Only for this host: UDID, serial number or name")
  @Completion(HostIdentifiers.class)
  String host;

  @Reference CommandQueue commands;
  @Reference HostStore hosts;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    if (!access.mayAnywhere(actor, Permission.RUN_COMMANDS)) {
      access.require(actor, Permission.RUN_COMMANDS, Optional.empty());
    }
    List<HostId> only =
        Optional.ofNullable(host)
            .map(name -> NamedHost.find(hosts, access, actor, Permission.RUN_COMMANDS, name))
            .map(Host::id)
            .stream()
            .toList();
    System.out.println(CancelWords.of(commands.cancel(actor, NamedCommand.uuid(uuid), only)));
    return null;
  }
}
