package io.pomona.escrow.shell;

import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.escrow.EscrowHosts;
import io.pomona.escrow.lock.HostLocks;
import io.pomona.escrow.lock.LockScreen;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:host-lock}: locks a Mac with a PIN that is shown at once. */
@Service
@Command(
    scope = "mdm",
    name = "host-lock",
    description = "Locks a host; its PIN is shown, and can be seen by mdm:host-unlock")
public final class HostLockCommand implements Action {
  @Argument(
      name = "host",
      required = true,
      description = "Number, serial number, UDID or name of the host")
  @Completion(HostIdentifiers.class)
  String identifier;

  @Option(name = "--message", description = "What the locked Mac shows")
  String message;

  @Option(
      name = "--phone-number",
      description = "A number to call, shown by Macs with Apple silicon")
  String phone;

  @Reference EscrowHosts hosts;
  @Reference HostLocks locks;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    Host host = hosts.require(actor, Permission.LOCK_HOSTS, identifier);
    LockScreen screen = new LockScreen(Optional.ofNullable(message), Optional.ofNullable(phone));
    HostLocks.Asked asked = locks.lock(actor, host, screen, true);
    System.out.println(
        host.displayName() + " locks when it hears of it. PIN: " + asked.pin().revealText());
    return null;
  }
}
