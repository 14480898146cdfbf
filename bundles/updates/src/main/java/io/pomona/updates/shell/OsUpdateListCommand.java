package io.pomona.updates.shell;

import io.pomona.api.enrollment.HostLookup;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.ShellActors;
import io.pomona.protocol.inventory.AvailableOsUpdate;
import io.pomona.updates.schedule.OsUpdateProgress;
import io.pomona.updates.schedule.OsUpdates;
import io.pomona.updates.schedule.OsUpdates.Known;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:os-update-list}: the updates of a Mac, and the one that is scheduled. */
@Service
@Command(
    scope = "mdm",
    name = "os-update-list",
    description = "Lists the macOS updates that a Mac found, and how far the scheduled one is")
public final class OsUpdateListCommand implements Action {
  @Argument(
      name = "host",
      description = "Number, serial number, UDID or name of a host",
      required = true)
  @Completion(HostIdentifiers.class)
  String identifier;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference OsUpdates updates;
  @Reference HostLookup hosts;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    Known known = updates.known(actor, hosts.find(actor, identifier));
    OsUpdateProgress progress = OsUpdateProgress.of(known.host(), known.standing());
    System.out.println(
        known
            .standing()
            .available()
            .map(report -> "Updates as of " + report.at() + ":")
            .orElse("The Mac has listed no updates yet; mdm:os-update-scan asks it."));
    print(OsUpdateProgress.available(known.standing()));
    System.out.println("Scheduled: " + progress.state() + ". " + progress.detail());
    return null;
  }

  private void print(List<AvailableOsUpdate> available) {
    ShellTable table = new ShellTable();
    for (String column : new String[] {"Product", "Version", "Build", "Name", "Major", "Bytes"}) {
      table.column(column);
    }
    available.forEach(
        each ->
            table
                .addRow()
                .addContent(
                    each.productKey(),
                    each.version().orElse(""),
                    each.build().orElse(""),
                    each.name().orElse(""),
                    each.isMajor() ? "yes" : "no",
                    each.downloadSize().map(String::valueOf).orElse("")));
    table.print(System.out, !noFormat);
  }
}
