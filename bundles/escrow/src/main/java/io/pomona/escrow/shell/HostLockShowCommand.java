package io.pomona.escrow.shell;

import io.pomona.api.enrollment.Host;
import io.pomona.api.escrow.HostLock;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.escrow.EscrowHosts;
import io.pomona.escrow.activationlock.BypassCodes;
import io.pomona.escrow.lock.HostLocks;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:host-lock-show}: how a Mac stands, and what was asked for. */
@Service
@Command(
    scope = "mdm",
    name = "host-lock-show",
    description = "Shows whether a host is locked or erased, and its history")
public final class HostLockShowCommand implements Action {
  @Argument(
      name = "host",
      required = true,
      description = "Number, serial number, UDID or name of the host")
  @Completion(HostIdentifiers.class)
  String identifier;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference EscrowHosts hosts;
  @Reference HostLocks locks;
  @Reference BypassCodes codes;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    Host host = hosts.require(actor, Permission.VIEW_HOSTS, identifier);
    Optional<HostLock> current = locks.current(host);
    if (!noFormat) {
      String pending = current.map(HostLock::pendingAction).orElse("");
      System.out.println(
          current.map(HostLock::deviceStatus).orElse("unlocked")
              + (pending.isEmpty() ? "" : ", " + pending + " is on its way"));
      System.out.println(codes.help(host));
    }
    ShellTable table = new ShellTable();
    List.of("Command", "Kind", "Stage", "By", "At", "Detail").forEach(table::column);
    locks.history(host).forEach(lock -> add(table, lock));
    table.print(System.out, !noFormat);
    return null;
  }

  private static void add(ShellTable table, HostLock lock) {
    table
        .addRow()
        .addContent(
            lock.command().value(),
            lock.kind(),
            lock.stage(),
            lock.requestedBy(),
            lock.requestedAt(),
            lock.detail());
  }
}
