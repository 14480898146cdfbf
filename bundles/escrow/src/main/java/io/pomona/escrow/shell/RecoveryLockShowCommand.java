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
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:recovery-lock-show}: shows the recovery lock password. */
@Service
@Command(
    scope = "mdm",
    name = "recovery-lock-show",
    description = "Shows the recovery lock password; it is replaced some time after")
public final class RecoveryLockShowCommand implements Action {
  @Argument(
      name = "host",
      required = true,
      description = "Number, serial number, UDID or name of the host")
  @Completion(HostIdentifiers.class)
  String identifier;

  @Option(name = "--id", description = "The one of this command; else the one in force")
  @Completion(KeptPasswords.class)
  String uuid;

  @Option(name = "--no-format", description = "Only the password")
  boolean noFormat;

  @Reference EscrowHosts hosts;
  @Reference RecoveryLocks locks;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    Host host = hosts.require(actor, Permission.VIEW_DEVICE_SECRETS, identifier);
    RecoveryLocks.Seen seen = locks.view(actor, host, GivenUuid.of(uuid));
    System.out.println(seen.password().revealText());
    if (!noFormat) {
      System.out.println("It is " + seen.lock().stage().label() + ".");
    }
    return null;
  }
}
