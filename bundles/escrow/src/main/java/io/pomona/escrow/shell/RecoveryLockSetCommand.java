package io.pomona.escrow.shell;

import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.escrow.EscrowHosts;
import io.pomona.escrow.recoverylock.RecoveryLocks;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:recovery-lock-set}: gives a Mac a recovery lock password. */
@Service
@Command(
    scope = "mdm",
    name = "recovery-lock-set",
    description = "Sets a random recovery lock password")
public final class RecoveryLockSetCommand implements Action {
  @Argument(
      name = "host",
      required = true,
      description = "Number, serial number, UDID or name of the host")
  @Completion(HostIdentifiers.class)
  String identifier;

  @Reference EscrowHosts hosts;
  @Reference RecoveryLocks locks;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    Host host = hosts.require(actor, Permission.ROTATE_DEVICE_SECRETS, identifier);
    locks.set(actor, host);
    System.out.println(host.displayName() + " gets a recovery lock password.");
    return null;
  }
}
