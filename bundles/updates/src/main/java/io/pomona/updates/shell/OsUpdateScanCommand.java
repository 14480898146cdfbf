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

/** {@code mdm:os-update-scan}: has a Mac look for updates. */
@Service
@Command(scope = "mdm", name = "os-update-scan", description = "Has a Mac look for macOS updates")
public final class OsUpdateScanCommand implements Action {
  @Argument(
      name = "host",
      description = "Number, serial number, UDID or name of a host",
      required = true)
  @Completion(HostIdentifiers.class)
  String identifier;

  @Option(name = "--force", description = "Even if it has looked a moment ago")
  boolean force;

  @Reference OsUpdates updates;
  @Reference HostLookup hosts;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    CommandUuid uuid = updates.scan(actor, hosts.find(actor, identifier), force);
    System.out.println("The Mac is asked by command " + uuid.value() + ".");
    System.out.println("mdm:os-update-list shows what it finds.");
    return null;
  }
}
