package io.pomona.enrollment.shell;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamLookup;
import io.pomona.api.organization.TeamScope;
import io.pomona.enrollment.HostDirectory;
import io.pomona.enrollment.HostTransfer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
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
      multiValued = true,
      description = "Numbers, serial numbers, UDIDs or names of hosts")
  @Completion(HostIdentifiers.class)
  List<String> identifiers = List.of();

  @Option(
      name = "--query",
      description = "Instead of hosts: all with this part of a name, serial number or UDID")
  String query = "";

  @Option(
      name = "--from-team",
      description = "Instead of hosts: all of the team of this name, or of \"No team\"")
  @Completion(TeamNames.class)
  String from;

  @Reference HostTransfer transfer;
  @Reference HostDirectory directory;
  @Reference TeamLookup teams;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    boolean filtered = from != null || !query.isBlank();
    if (filtered != identifiers.isEmpty()) {
      throw MdmException.invalid(
          "enrollment.missing",
          "hosts",
          "Name either hosts, or --query, --from-team or both of these.");
    }
    Optional<TeamId> target = teams.find(actor, team);
    int moved = filtered ? matching(actor, target) : transfer.move(actor, named(actor), target);
    System.out.println(moved + (moved == 1 ? " host moved." : " hosts moved."));
    return null;
  }

  private List<HostId> named(Actor actor) {
    return identifiers.stream()
        .map(text -> directory.require(actor, Permission.TRANSFER_HOSTS, text))
        .map(Host::id)
        .toList();
  }

  private int matching(Actor actor, Optional<TeamId> target) {
    TeamScope scope = from == null ? TeamScope.everywhere() : TeamScope.of(teams.find(actor, from));
    HostFilter filter = new HostFilter(query, Set.of()).within(scope);
    return transfer.move(actor, filter, host -> true, target);
  }
}
