package io.pomona.escrow.shell;

import io.pomona.api.organization.ShellActors;
import io.pomona.escrow.keys.KeyReplacement;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:escrow-rotate}: a new recovery key. */
@Service
@Command(
    scope = "mdm",
    name = "escrow-rotate",
    description = "Lets a host make a new recovery key in place of the one that is kept")
public final class EscrowRotateCommand implements Action {
  @Argument(
      name = "host",
      required = true,
      description = "UDID, serial number, name or number of the host")
  @Completion(HostIdentifiers.class)
  String identifier;

  @Reference KeyReplacement replacement;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    String serial = replacement.request(actors.current(), identifier).wanted().serialNumber();
    System.out.println(
        serial + " is asked for a new recovery key; mdm:escrow-history says when it has come.");
    return null;
  }
}
