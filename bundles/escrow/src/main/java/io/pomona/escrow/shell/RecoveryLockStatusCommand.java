package io.pomona.escrow.shell;

import io.pomona.api.enrollment.Host;
import io.pomona.api.escrow.RecoveryLock;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.escrow.EscrowHosts;
import io.pomona.escrow.recoverylock.RecoveryLocks;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:recovery-lock-status}: how all passwords of a Mac stand, without them. */
@Service
@Command(
    scope = "mdm",
    name = "recovery-lock-status",
    description = "Says how the recovery lock passwords of a host stand, without showing them")
public final class RecoveryLockStatusCommand implements Action {
  @Argument(
      name = "host",
      required = true,
      description = "Number, serial number, UDID or name of the host")
  @Completion(HostIdentifiers.class)
  String identifier;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference EscrowHosts hosts;
  @Reference RecoveryLocks locks;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    Host host = hosts.require(actor, Permission.VIEW_HOSTS, identifier);
    ShellTable table = new ShellTable();
    List.of("Command", "Status", "By", "At", "Checked", "Seen", "Detail").forEach(table::column);
    locks.history(host).forEach(lock -> add(table, lock));
    table.print(System.out, !noFormat);
    return null;
  }

  private static void add(ShellTable table, RecoveryLock lock) {
    table
        .addRow()
        .addContent(
            lock.command().value(),
            lock.stage().label(),
            lock.requestedBy(),
            lock.requestedAt(),
            lock.checkedAt().map(String::valueOf).orElse(""),
            lock.viewedAt().map(String::valueOf).orElse(""),
            lock.detail());
  }
}
