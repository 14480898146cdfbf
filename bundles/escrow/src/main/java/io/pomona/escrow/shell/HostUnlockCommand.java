package io.pomona.escrow.shell;

import io.pomona.api.Secret;
import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.escrow.EscrowHosts;
import io.pomona.escrow.lock.HostLocks;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:host-unlock}: shows the PIN that unlocks a Mac at its keyboard. */
@Service
@Command(
    scope = "mdm",
    name = "host-unlock",
    description = "Shows the PIN that unlocks a host at its keyboard")
public final class HostUnlockCommand implements Action {
  @Argument(
      name = "host",
      required = true,
      description = "Number, serial number, UDID or name of the host")
  @Completion(HostIdentifiers.class)
  String identifier;

  @Option(
      name = "--id",
      description = "Of this lock or erasure, by its command; else of the last one")
  @Completion(KeptPins.class)
  String uuid;

  @Reference EscrowHosts hosts;
  @Reference HostLocks locks;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    Host host = hosts.require(actor, Permission.LOCK_HOSTS, identifier);
    Secret pin = locks.pin(actor, host, GivenUuid.of(uuid));
    System.out.println("Type this PIN at the keyboard of the Mac: " + pin.revealText());
    return null;
  }
}
