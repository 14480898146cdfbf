package io.pomona.escrow;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The hosts whose secrets somebody wants, each one authorized by its own team. */
@Component(service = EscrowHosts.class)
public final class EscrowHosts {
  private final HostStore hosts;
  private final Access access;

  @Activate
  public EscrowHosts(@Reference HostStore hosts, @Reference Access access) {
    this.hosts = hosts;
    this.access = access;
  }

  public Host require(Actor actor, Permission permission, HostId id) {
    return require(actor, permission, id.value());
  }

  public Host require(Actor actor, Permission permission, long id) {
    requireAnywhere(actor, permission);
    return authorized(actor, permission, id < 1 ? Optional.empty() : hosts.find(new HostId(id)));
  }

  /**
   * @param identifier UDID, serial number, name or number
   */
  public Host require(Actor actor, Permission permission, String identifier) {
    requireAnywhere(actor, permission);
    Optional<Host> host = hosts.findByIdentifier(identifier, visible(actor, permission));
    boolean number = identifier.matches("[1-9][0-9]{0,17}");
    return authorized(
        actor,
        permission,
        host.isEmpty() && number ? hosts.find(new HostId(Long.parseLong(identifier))) : host);
  }

  // Who may nowhere hears that, not that there is no such host.
  private void requireAnywhere(Actor actor, Permission permission) {
    if (!access.mayAnywhere(actor, permission)) {
      access.require(actor, permission, Optional.empty());
    }
  }

  /** Among what the actor sees, so that a foreign Mac of the same name is none of it. */
  private TeamScope visible(Actor actor, Permission permission) {
    boolean sees = access.mayAnywhere(actor, Permission.VIEW_HOSTS);
    return access.scope(actor, sees ? Permission.VIEW_HOSTS : permission);
  }

  private Host authorized(Actor actor, Permission permission, Optional<Host> host) {
    Host found = host.orElseThrow(EscrowHosts::unknown);
    access.require(actor, permission, found.team(), EscrowHosts::unknown);
    return found;
  }

  /** Whose Macs the actor may do this to; what Pomona does by itself it may do to all. */
  public TeamScope scope(Actor actor, Permission permission) {
    return actor.equals(Actor.system()) ? TeamScope.everywhere() : access.scope(actor, permission);
  }

  /**
   * @param what completes {@code Can't … the host}: lock, wipe
   * @throws MdmException conflict when it takes no commands
   */
  public static ChannelId device(Host host, String what) {
    if (!host.mdm().isOn() || host.udid().isEmpty()) {
      throw MdmException.conflict(
          "escrow.mdm_off", "Can't " + what + " the host because it doesn't have MDM turned on.");
    }
    return ChannelId.device(host.udid().get());
  }

  public static ActivityDraft activity(Actor actor, String type, Host host) {
    return ActivityDraft.of(actor, type)
        .with("host_id", host.id().value())
        .with("host_serial", host.facts().serialNumber())
        .with("host_display_name", host.displayName());
  }

  private static MdmException unknown() {
    return MdmException.notFound("enrollment.host_not_found", "There is no such host.");
  }
}
