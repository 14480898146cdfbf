package io.pomona.apns.shell;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.apns.CertificateDesk;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:apns-off}: takes the push certificate out of use, which turns MDM off. */
@Service
@Command(
    scope = "mdm",
    name = "apns-off",
    description = "Turns MDM off: takes the push certificate out of use")
public final class ApnsOffCommand implements Action {
  @Option(name = "--force", description = "Without it, you are told how many Macs are enrolled")
  boolean force;

  @Reference CertificateDesk certificates;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    access.require(actor, Permission.EDIT_APNS, Optional.empty());
    certificates.turnOff(actor, force);
    System.out.println("MDM is off.");
    return null;
  }
}
