package io.pomona.updates.shell;

import io.pomona.api.enrollment.HostLookup;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.ShellActors;
import io.pomona.updates.schedule.OsUpdateWish;
import io.pomona.updates.schedule.OsUpdates;
import io.pomona.updates.schedule.OsUpdates.Scheduled;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:os-update-schedule}: tells a Mac to install an update. */
@Service
@Command(
    scope = "mdm",
    name = "os-update-schedule",
    description = "Tells a Mac to install a macOS update")
public final class OsUpdateScheduleCommand implements Action {
  @Argument(
      name = "host",
      description = "Number, serial number, UDID or name of a host",
      required = true)
  @Completion(HostIdentifiers.class)
  String identifier;

  @Option(name = "--version", description = "Version to install, from macOS 12 on: 14.6.1")
  String version;

  @Option(name = "--product", description = "Product key to install, as mdm:os-update-list says")
  String product;

  @Option(name = "--action", description = "What the Mac is to do with it (default: Default)")
  @Completion(InstallActionNames.class)
  String action;

  @Option(name = "--deferrals", description = "How often a user may put it off, with InstallLater")
  Integer deferrals;

  @Option(name = "--priority", description = "Low or High, from macOS 12.3 on")
  @Completion(PriorityNames.class)
  String priority;

  @Reference OsUpdates updates;
  @Reference HostLookup hosts;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    Scheduled scheduled =
        updates.schedule(
            actor,
            hosts.find(actor, identifier),
            new OsUpdateWish(
                Optional.ofNullable(version),
                Optional.ofNullable(product),
                Optional.ofNullable(action),
                Optional.ofNullable(deferrals),
                Optional.ofNullable(priority)));
    System.out.println("The Mac is told by command " + scheduled.command().value() + ".");
    scheduled.warnings().forEach(warning -> System.out.println("Warning: " + warning));
    return null;
  }
}
