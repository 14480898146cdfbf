package io.pomona.escrow.shell;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.escrow.EscrowHosts;
import io.pomona.escrow.activationlock.BypassCodes;
import io.pomona.escrow.lock.HostLocks;
import io.pomona.escrow.lock.Obliteration;
import java.io.IOException;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code mdm:host-wipe}: erases a Mac whose serial number was typed. */
@Service
@Command(
    scope = "mdm",
    name = "host-wipe",
    description = "Erases a host, after its serial number was typed")
public final class HostWipeCommand implements Action {
  @Argument(
      name = "host",
      required = true,
      description = "Number, serial number, UDID or name of the host")
  @Completion(HostIdentifiers.class)
  String identifier;

  @Option(
      name = "--confirm",
      description = "The serial number of the host; asked for where it is left out")
  String confirm;

  @Option(
      name = "--obliteration",
      description =
          "What a Mac does that cannot erase all content and settings: Default, DoNotObliterate,"
              + " ObliterateWithWarning or Always")
  @Completion(ObliterationNames.class)
  String obliteration;

  @Reference EscrowHosts hosts;
  @Reference HostLocks locks;
  @Reference BypassCodes codes;
  @Reference ShellActors actors;
  @Reference Session session;

  @Override
  public Object execute() throws IOException {
    Actor actor = actors.current();
    Host host = hosts.require(actor, Permission.LOCK_HOSTS, identifier);
    Obliteration behavior = Obliteration.of(Optional.ofNullable(obliteration));
    System.out.println(codes.help(host));
    requireConfirmed(host);
    locks.wipe(actor, host, behavior);
    System.out.println(host.displayName() + " is erased when it hears of it.");
    return null;
  }

  private void requireConfirmed(Host host) throws IOException {
    String typed =
        confirm != null
            ? confirm
            : session.readLine("All of it is lost. Serial number of the host: ", null);
    if (typed == null || !typed.strip().equalsIgnoreCase(host.facts().serialNumber())) {
      throw MdmException.invalid(
          "escrow.not_confirmed",
          "confirm",
          "That is not the serial number of this host, so it is not erased.");
    }
  }
}
