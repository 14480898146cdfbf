package io.pomona.abm.shell;

import io.pomona.abm.assign.AssignmentDesk;
import io.pomona.api.MdmException;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamScope;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:abm-assign}: has Macs assigned once more now. */
@Service
@Command(
    scope = "mdm",
    name = "abm-assign",
    description = "Has Apple assign the profile of Macs once more, without waiting")
public final class AbmAssignCommand implements Action {
  @Argument(
      name = "hosts",
      description = "Serial numbers, UDIDs or names of hosts",
      multiValued = true)
  @Completion(HostIdentifiers.class)
  List<String> hosts = List.of();

  @Option(name = "--all-failed", description = "All Macs that are in trouble")
  boolean allFailed;

  @Reference AssignmentDesk desk;
  @Reference HostStore store;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    if (allFailed != hosts.isEmpty()) {
      throw MdmException.invalid("abm.no_hosts", "hosts", "Name hosts, or say --all-failed.");
    }
    Actor actor = actors.current();
    int count =
        allFailed
            ? desk.againAllFailed(actor, TeamScope.everywhere())
            : desk.again(actor, hosts.stream().map(name -> find(actor, name)).toList());
    System.out.println(
        count == 1 ? "1 Mac is assigned once more." : count + " Macs are assigned once more.");
    return null;
  }

  private HostId find(Actor actor, String name) {
    return store
        .findByIdentifier(name, access.scope(actor, Permission.VIEW_HOSTS))
        .orElseThrow(
            () ->
                MdmException.notFound(
                    "enrollment.host_not_found", "There is no host " + name + "."))
        .id();
  }
}
