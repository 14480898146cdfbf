package io.pomona.abm.shell;

import io.pomona.abm.AbmTokens;
import io.pomona.api.abm.AbmDevice;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import java.time.Instant;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:abm-device-list}: the Macs of a token, or those that Apple shows no more. */
@Service
@Command(
    scope = "mdm",
    name = "abm-device-list",
    description = "Lists the Macs that ABM assigns by a server token")
public final class DeviceListCommand implements Action {
  @Argument(name = "token", description = "Number of a token; without it the only one")
  @Completion(TokenNumbers.class)
  Long token;

  @Option(name = "--missing", description = "Only those that the last fetch of all did not show")
  boolean missing;

  @Option(name = "--after", description = "Begin behind this serial number")
  String after = "";

  @Option(name = "--limit", description = "How many Macs at most")
  int limit = 1000;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference AbmTokens tokens;
  @Reference Access access;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    access.require(actors.current(), Permission.VIEW_ABM, Optional.empty());
    AbmTokenId id = TokenNumbers.of(tokens, Optional.ofNullable(token)).id();
    ShellTable table = new ShellTable();
    for (String name : new String[] {"Serial", "Host", "Model", "Description", "Assigned"}) {
      table.column(name);
    }
    tokens.devices(id, missing, after, limit).forEach(device -> add(table, device));
    table.print(System.out, !noFormat);
    return null;
  }

  private static void add(ShellTable table, AbmDevice device) {
    table
        .addRow()
        .addContent(
            device.serialNumber(),
            device.host().value(),
            device.model(),
            device.description(),
            device.assignedAt().map(Instant::toString).orElse(""));
  }
}
