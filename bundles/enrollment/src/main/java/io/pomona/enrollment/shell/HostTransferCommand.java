package io.pomona.enrollment.shell;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamLookup;
import io.pomona.enrollment.HostDirectory;
import io.pomona.enrollment.HostTransfer;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:host-transfer}: moves hosts into a team. */
@Service
@Command(
    scope = "mdm",
    name = "host-transfer",
    description = "Moves hosts into a team, whose profiles they get instead of their former ones")
public final class HostTransferCommand implements Action {
  @Argument(
      index = 0,
      name = "team",
      required = true,
      description = "Name of the team, or \"No team\"")
  @Completion(TeamNames.class)
  String team;

  @Argument(
      index = 1,
      name = "hosts",
      required = true,
      multiValued = true,
      description = "Numbers, serial numbers, UDIDs or names of hosts")
  @Completion(HostIdentifiers.class)
  List<String> identifiers;

  @Reference HostTransfer transfer;
  @Reference HostDirectory directory;
  @Reference TeamLookup teams;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    List<HostId> hosts =
        identifiers.stream()
            .map(text -> directory.require(actor, Permission.TRANSFER_HOSTS, text))
            .map(Host::id)
            .toList();
    int moved = transfer.move(actor, hosts, teams.find(actor, team));
    System.out.println(moved + (moved == 1 ? " host moved." : " hosts moved."));
    return null;
  }
}
