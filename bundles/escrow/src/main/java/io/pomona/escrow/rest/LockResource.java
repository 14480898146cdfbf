package io.pomona.escrow.rest;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.escrow.HostLock;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.escrow.EscrowHosts;
import io.pomona.escrow.activationlock.BypassCodes;
import io.pomona.escrow.lock.HostLocks;
import io.pomona.escrow.lock.HostLocks.Asked;
import io.pomona.escrow.lock.Obliteration;
import io.pomona.escrow.rest.LockViews.LockAnswer;
import io.pomona.escrow.rest.LockViews.LockRequest;
import io.pomona.escrow.rest.LockViews.LockState;
import io.pomona.escrow.rest.LockViews.LockView;
import io.pomona.escrow.rest.LockViews.UnlockAnswer;
import io.pomona.escrow.rest.LockViews.WhichRequest;
import io.pomona.escrow.rest.LockViews.WipeAnswer;
import io.pomona.escrow.rest.LockViews.WipeRequest;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Locking, unlocking and erasing. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class LockResource implements AdminResource {
  private final EscrowHosts hosts;
  private final HostLocks locks;
  private final BypassCodes codes;

  @Activate
  public LockResource(
      @Reference EscrowHosts hosts, @Reference HostLocks locks, @Reference BypassCodes codes) {
    this.hosts = hosts;
    this.locks = locks;
    this.codes = codes;
  }

  @GET
  @Path("hosts/{id}/lock")
  @Requires(Permission.VIEW_HOSTS)
  public LockState state(@Context Actor actor, @PathParam("id") long id) {
    Host host = hosts.require(actor, Permission.VIEW_HOSTS, id);
    Optional<HostLock> current = locks.current(host);
    return new LockState(
        host.id().value(),
        current.map(HostLock::deviceStatus).orElse("unlocked"),
        current.map(HostLock::pendingAction).orElse(""),
        codes.isLocked(host),
        !codes.history(host).isEmpty(),
        codes.help(host),
        locks.history(host).stream().map(LockView::of).toList());
  }

  @POST
  @Path("hosts/{id}/lock")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.LOCK_HOSTS)
  public LockAnswer lock(
      @Context Actor actor,
      @PathParam("id") long id,
      @QueryParam("view_pin") boolean viewPin,
      LockRequest request) {
    Host host = hosts.require(actor, Permission.LOCK_HOSTS, id);
    Asked asked = locks.lock(actor, host, LockRequest.screen(request), viewPin);
    return new LockAnswer(
        asked.lock().deviceStatus(),
        asked.lock().pendingAction(),
        Optional.of(asked.pin().revealText()).filter(pin -> viewPin));
  }

  /** The form of 2023: answers with nothing (204). */
  @POST
  @Path("mdm/hosts/{id}/lock")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.LOCK_HOSTS)
  public void lockEarly(@Context Actor actor, @PathParam("id") long id, LockRequest request) {
    lock(actor, id, false, request);
  }

  @POST
  @Path("hosts/{id}/unlock")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.LOCK_HOSTS)
  public UnlockAnswer unlock(@Context Actor actor, @PathParam("id") long id, WhichRequest request) {
    Host host = hosts.require(actor, Permission.LOCK_HOSTS, id);
    return new UnlockAnswer(
        host.id().value(), locks.pin(actor, host, WhichRequest.of(request)).revealText());
  }

  @POST
  @Path("hosts/{id}/wipe")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.LOCK_HOSTS)
  public WipeAnswer wipe(@Context Actor actor, @PathParam("id") long id, WipeRequest request) {
    Host host = hosts.require(actor, Permission.LOCK_HOSTS, id);
    Optional<WipeRequest> said = Optional.ofNullable(request);
    said.flatMap(wish -> LockViews.given(wish.confirm()))
        .filter(serial -> !serial.strip().equalsIgnoreCase(host.facts().serialNumber()))
        .ifPresent(
            serial -> {
              throw wrongMac();
            });
    Obliteration behavior =
        Obliteration.of(said.flatMap(wish -> LockViews.given(wish.obliterationBehavior())));
    Asked asked = locks.wipe(actor, host, behavior);
    return new WipeAnswer(
        asked.lock().deviceStatus(),
        asked.lock().pendingAction(),
        codes.isLocked(host),
        !codes.history(host).isEmpty(),
        codes.help(host));
  }

  private static MdmException wrongMac() {
    return MdmException.invalid(
        "escrow.not_confirmed",
        "confirm",
        "That is not the serial number of this host, so it is not erased.");
  }

  /** The form of 2023: answers with nothing (204). */
  @POST
  @Path("mdm/hosts/{id}/wipe")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.LOCK_HOSTS)
  public void wipeEarly(@Context Actor actor, @PathParam("id") long id, WipeRequest request) {
    wipe(actor, id, request);
  }
}
