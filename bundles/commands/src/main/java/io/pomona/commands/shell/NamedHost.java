package io.pomona.commands.shell;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;

/** A host that a line of the shell names. */
final class NamedHost {
  private NamedHost() {}

  /**
   * @param name UDID, serial number or name
   */
  static Host find(
      HostStore hosts, Access access, Actor actor, Permission permission, String name) {
    Host host =
        hosts
            .findByIdentifier(name, access.scope(actor, Permission.VIEW_HOSTS))
            .orElseThrow(NamedHost::unknown);
    access.require(actor, permission, host.team(), NamedHost::unknown);
    return host;
  }

  static MdmException unknown() {
    return MdmException.notFound("commands.unknown_host", "There is no such host.");
  }
}
