package io.pomona.updates.shell;

import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostLookup;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.ShellActors;
import io.pomona.updates.schedule.OsUpdates;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:os-update-status}: asks a Mac how far its update is. */
@Service
@Command(
    scope = "mdm",
    name = "os-update-status",
    description = "Asks a Mac how far its macOS update is")
public final class OsUpdateStatusCommand implements Action {
  @Argument(
      name = "host",
      description = "Number, serial number, UDID or name of a host",
      required = true)
  @Completion(HostIdentifiers.class)
  String identifier;

  @Option(name = "--no-format", description = "Only the UUID of the command, for scripts")
  boolean noFormat;

  @Reference OsUpdates updates;
  @Reference HostLookup hosts;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    CommandUuid uuid = updates.status(actor, hosts.find(actor, identifier));
    System.out.println(
        noFormat
            ? uuid.value()
            : "The Mac is asked by command "
                + uuid.value()
                + "; mdm:os-update-list shows what it answers.");
    return null;
  }
}
