package io.pomona.escrow.shell;

import io.pomona.api.escrow.DiskEncryptionStatus;
import io.pomona.api.escrow.HostEncryptionStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamLookup;
import io.pomona.escrow.filevault.DiskEncryption;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:disk-encryption-summary}: how many Macs are how far. */
@Service
@Command(
    scope = "mdm",
    name = "disk-encryption-summary",
    description = "Counts a team's Macs by how far disk encryption is")
public final class DiskEncryptionSummaryCommand implements Action {
  @Argument(name = "team", description = "Name of a team; without it Macs of no team")
  @Completion(TeamNames.class)
  String team;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference DiskEncryption encryption;
  @Reference HostEncryptionStore hosts;
  @Reference TeamLookup teams;
  @Reference Access access;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    Optional<TeamId> found =
        teams.find(actor, Optional.ofNullable(team).orElse(TeamLookup.NO_TEAM));
    access.require(actor, Permission.VIEW_HOSTS, found);
    Map<DiskEncryptionStatus, Long> counts = hosts.summary(found);
    ShellTable table = new ShellTable();
    table.column("Status");
    table.column("Macs");
    for (DiskEncryptionStatus status : DiskEncryptionStatus.values()) {
      table.addRow().addContent(status.label(), counts.getOrDefault(status, 0L));
    }
    table.print(System.out, !noFormat);
    if (!noFormat) {
      System.out.println(
          encryption.isEnabled(found) ? "Disk encryption is on." : "Disk encryption is off.");
    }
    return null;
  }
}
