package io.pomona.escrow.shell;

import io.pomona.api.MdmException;
import io.pomona.api.escrow.RecoveryKeyId;
import io.pomona.api.organization.ShellActors;
import io.pomona.escrow.keys.KeyDisclosure;
import io.pomona.escrow.keys.KeyDisclosure.ShownKey;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:escrow-show}: the recovery key of a disk. */
@Service
@Command(
    scope = "mdm",
    name = "escrow-show",
    description = "Shows the recovery key of a host, and tells so in the activity feed")
public final class EscrowShowCommand implements Action {
  @Argument(
      name = "host",
      required = true,
      description = "UDID, serial number, name or number of the host; with --id, of the key")
  @Completion(HostIdentifiers.class)
  String identifier;

  @Option(name = "--id", description = "Names a key by its number, as escrow-search lists it")
  boolean byId;

  @Option(name = "--no-format", description = "Only the key")
  boolean noFormat;

  @Reference KeyDisclosure disclosure;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    ShownKey shown =
        byId
            ? disclosure.byId(actors.current(), number())
            : disclosure.ofHost(actors.current(), identifier);
    System.out.println(shown.secret().revealText());
    if (!noFormat) {
      System.out.println("Received " + shown.key().receivedAt() + ".");
    }
    return null;
  }

  private RecoveryKeyId number() {
    if (!identifier.matches("[0-9]{1,18}")) {
      throw MdmException.invalid(
          "escrow.no_number", "host", "Name the number of a key, as mdm:escrow-search lists it.");
    }
    return new RecoveryKeyId(Long.parseLong(identifier));
  }
}
