package io.pomona.escrow.rest;

import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.escrow.EscrowHosts;
import io.pomona.escrow.recoverylock.RecoveryLocks;
import io.pomona.escrow.rest.LockViews.WhichRequest;
import io.pomona.escrow.rest.SecretViews.RecoveryLockAnswer;
import io.pomona.escrow.rest.SecretViews.RecoveryLockState;
import io.pomona.escrow.rest.SecretViews.RecoveryPasswordAnswer;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The passwords of recoveryOS. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class RecoveryLockResource implements AdminResource {
  private final EscrowHosts hosts;
  private final RecoveryLocks locks;

  @Activate
  public RecoveryLockResource(@Reference EscrowHosts hosts, @Reference RecoveryLocks locks) {
    this.hosts = hosts;
    this.locks = locks;
  }

  @GET
  @Path("hosts/{id}/recovery_lock")
  @Requires(Permission.VIEW_HOSTS)
  public RecoveryLockState state(@Context Actor actor, @PathParam("id") long id) {
    Host host = hosts.require(actor, Permission.VIEW_HOSTS, id);
    return RecoveryLockState.of(
        host.id().value(), locks.history(host), locks.inForce(host).isPresent());
  }

  @POST
  @Path("hosts/{id}/recovery_lock")
  @Requires(Permission.ROTATE_DEVICE_SECRETS)
  public RecoveryLockAnswer set(@Context Actor actor, @PathParam("id") long id) {
    return RecoveryLockAnswer.of(locks.set(actor, changeable(actor, id)));
  }

  @DELETE
  @Path("hosts/{id}/recovery_lock")
  @Requires(Permission.ROTATE_DEVICE_SECRETS)
  public RecoveryLockAnswer clear(@Context Actor actor, @PathParam("id") long id) {
    return RecoveryLockAnswer.of(locks.clear(actor, changeable(actor, id)));
  }

  @POST
  @Path("hosts/{id}/recovery_lock/rotate")
  @Requires(Permission.ROTATE_DEVICE_SECRETS)
  public RecoveryLockAnswer rotate(@Context Actor actor, @PathParam("id") long id) {
    return RecoveryLockAnswer.of(locks.rotate(actor, changeable(actor, id)));
  }

  @POST
  @Path("hosts/{id}/recovery_lock/verify")
  @Requires(Permission.ROTATE_DEVICE_SECRETS)
  public RecoveryLockAnswer verify(@Context Actor actor, @PathParam("id") long id) {
    return RecoveryLockAnswer.of(locks.verify(actor, changeable(actor, id)));
  }

  private Host changeable(Actor actor, long id) {
    return hosts.require(actor, Permission.ROTATE_DEVICE_SECRETS, id);
  }

  @POST
  @Path("hosts/{id}/recovery_lock/view")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.VIEW_DEVICE_SECRETS)
  public RecoveryPasswordAnswer view(
      @Context Actor actor, @PathParam("id") long id, WhichRequest request) {
    Host host = hosts.require(actor, Permission.VIEW_DEVICE_SECRETS, id);
    return RecoveryPasswordAnswer.of(
        host.id().value(), locks.view(actor, host, WhichRequest.of(request)));
  }
}
