package io.pomona.escrow.shell;

import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.escrow.EscrowHosts;
import io.pomona.escrow.activationlock.BypassCodes;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:bypass-code-show}: shows the Activation Lock bypass code. */
@Service
@Command(
    scope = "mdm",
    name = "bypass-code-show",
    description = "Shows the Activation Lock bypass code of a host")
public final class BypassCodeShowCommand implements Action {
  @Argument(
      name = "host",
      required = true,
      description = "Number, serial number, UDID or name of the host")
  @Completion(HostIdentifiers.class)
  String identifier;

  @Option(name = "--id", description = "The one of this command; else the newest")
  @Completion(KeptCodes.class)
  String uuid;

  @Option(name = "--no-format", description = "Only the code")
  boolean noFormat;

  @Reference EscrowHosts hosts;
  @Reference BypassCodes codes;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    Host host = hosts.require(actor, Permission.VIEW_DEVICE_SECRETS, identifier);
    BypassCodes.Seen seen = codes.view(actor, host, GivenUuid.of(uuid));
    System.out.println(seen.secret().revealText());
    if (!noFormat) {
      System.out.println(
          "Of the enrollment of " + seen.code().enrolledAt() + ". All that are kept:");
      codes
          .history(host)
          .forEach(code -> System.out.println(code.command().value() + " " + code.receivedAt()));
    }
    return null;
  }
}
