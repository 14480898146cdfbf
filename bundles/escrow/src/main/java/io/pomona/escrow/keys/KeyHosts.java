package io.pomona.escrow.keys;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamScope;
import java.util.Optional;

/** The Mac whose keys somebody asks for. */
record KeyHosts(HostStore hosts, Access access) {
  /**
   * @param name UDID, serial number, name or number
   */
  Host require(Actor actor, Permission permission, String name) {
    if (!access.mayAnywhere(actor, permission)) {
      access.require(actor, permission, Optional.empty());
    }
    Host host =
        hosts
            .findByIdentifier(name, visible(actor, permission))
            .or(() -> numbered(name))
            .orElseThrow(KeyHosts::unknown);
    access.require(actor, permission, host.team(), KeyHosts::unknown);
    return host;
  }

  private Optional<Host> numbered(String name) {
    return name.matches("[1-9][0-9]{0,17}")
        ? hosts.find(new HostId(Long.parseLong(name)))
        : Optional.empty();
  }

  /** Among what the actor sees, so that a foreign Mac of the same name is none of it. */
  private TeamScope visible(Actor actor, Permission permission) {
    boolean sees = access.mayAnywhere(actor, Permission.VIEW_HOSTS);
    return access.scope(actor, sees ? Permission.VIEW_HOSTS : permission);
  }

  Host require(Actor actor, Permission permission, HostId id) {
    if (!access.mayAnywhere(actor, permission)) {
      access.require(actor, permission, Optional.empty());
    }
    Host host = hosts.find(id).orElseThrow(KeyHosts::unknown);
    access.require(actor, permission, host.team(), KeyHosts::unknown);
    return host;
  }

  private static MdmException unknown() {
    return MdmException.notFound("escrow.host_not_found", "There is no such host.");
  }
}
