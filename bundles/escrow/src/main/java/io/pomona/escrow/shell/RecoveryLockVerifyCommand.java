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

/** {@code mdm:recovery-lock-verify}: asks a Mac whether the password is in force. */
@Service
@Command(
    scope = "mdm",
    name = "recovery-lock-verify",
    description = "Asks a host whether the recovery lock password that is kept is in force")
public final class RecoveryLockVerifyCommand implements Action {
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
    locks.verify(actor, host);
    System.out.println(host.displayName() + " is asked; see mdm:recovery-lock-status.");
    return null;
  }
}
