package io.pomona.escrow.shell;

import io.pomona.api.enrollment.Host;
import io.pomona.api.escrow.KeyRotation;
import io.pomona.api.organization.ShellActors;
import io.pomona.escrow.keys.KeyHistory;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:escrow-history}: which recovery keys came and how they were replaced. */
@Service
@Command(
    scope = "mdm",
    name = "escrow-history",
    description = "Lists the recovery keys that a host gave and how they were replaced")
public final class EscrowHistoryCommand implements Action {
  @Argument(
      name = "host",
      required = true,
      description = "UDID, serial number, name or number of the host")
  @Completion(HostIdentifiers.class)
  String identifier;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference KeyHistory history;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Host host = history.host(actors.current(), identifier);
    KeyTable.print(history.keys(host), noFormat);
    List<KeyRotation> rotations = history.rotations(host);
    if (!rotations.isEmpty()) {
      print(rotations);
    }
    return null;
  }

  private void print(List<KeyRotation> rotations) {
    ShellTable table = new ShellTable();
    for (String column :
        List.of("Rotation", "Cause", "By", "Status", "Begun", "Updated", "Detail")) {
      table.column(column);
    }
    for (KeyRotation each : rotations) {
      table
          .addRow()
          .addContent(
              each.id().value(),
              each.wanted().cause().label(),
              each.wanted().requestedBy().name(),
              each.stage().label(),
              each.requestedAt(),
              each.updatedAt(),
              each.detail());
    }
    table.print(System.out, !noFormat);
  }
}
