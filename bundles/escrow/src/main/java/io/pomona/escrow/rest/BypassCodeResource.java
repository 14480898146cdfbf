package io.pomona.escrow.rest;

import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.escrow.EscrowHosts;
import io.pomona.escrow.activationlock.BypassCodes;
import io.pomona.escrow.rest.LockViews.WhichRequest;
import io.pomona.escrow.rest.SecretViews.BypassCodeAnswer;
import io.pomona.escrow.rest.SecretViews.BypassCodeState;
import javax.ws.rs.Consumes;
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

/** The codes that take Activation Lock off. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class BypassCodeResource implements AdminResource {
  private final EscrowHosts hosts;
  private final BypassCodes codes;

  @Activate
  public BypassCodeResource(@Reference EscrowHosts hosts, @Reference BypassCodes codes) {
    this.hosts = hosts;
    this.codes = codes;
  }

  @GET
  @Path("hosts/{id}/activation_lock_bypass_code")
  @Requires(Permission.VIEW_HOSTS)
  public BypassCodeState state(@Context Actor actor, @PathParam("id") long id) {
    Host host = hosts.require(actor, Permission.VIEW_HOSTS, id);
    return BypassCodeState.of(
        host.id().value(), codes.isLocked(host), codes.fetch(host), codes.history(host));
  }

  @POST
  @Path("hosts/{id}/activation_lock_bypass_code/view")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.VIEW_DEVICE_SECRETS)
  public BypassCodeAnswer view(
      @Context Actor actor, @PathParam("id") long id, WhichRequest request) {
    Host host = hosts.require(actor, Permission.VIEW_DEVICE_SECRETS, id);
    return BypassCodeAnswer.of(
        host.id().value(), codes.view(actor, host, WhichRequest.of(request)));
  }
}
