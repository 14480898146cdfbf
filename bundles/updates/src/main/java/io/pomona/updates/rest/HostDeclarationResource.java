package io.pomona.updates.rest;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.protocol.declarative.DeviceStatus;
import io.pomona.updates.declarations.HostDeclarations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a Mac is to have by declarations, and what it reports. */
@Component(service = AdminResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class HostDeclarationResource implements AdminResource {
  private final HostStore hosts;
  private final HostDeclarations declarations;
  private final Access access;

  @Activate
  public HostDeclarationResource(
      @Reference HostStore hosts,
      @Reference HostDeclarations declarations,
      @Reference Access access) {
    this.hosts = hosts;
    this.declarations = declarations;
    this.access = access;
  }

  /** The declarations of a host, and whether it knows of them. */
  public record DeclarationsAnswer(
      long hostId,
      boolean upToDate,
      Optional<Instant> toldAt,
      Optional<Instant> reportedAt,
      List<HostDeclarations.Line> declarations) {}

  /** An item that the Mac could not report. */
  public record ItemError(String statusItem, List<HostDeclarations.Reason> reasons) {}

  /**
   * @param statusItems nested by the dots of their names, as the Mac said it
   */
  public record StatusAnswer(
      long hostId,
      Optional<Instant> reportedAt,
      Map<String, Object> statusItems,
      List<ItemError> errors) {}

  @GET
  @Path("hosts/{id: [0-9]{1,18}}/declarations")
  @Requires(Permission.VIEW_DECLARATIONS)
  public DeclarationsAnswer list(@Context Actor actor, @PathParam("id") long id) {
    HostDeclarations.Overview overview = declarations.of(host(actor, id));
    return new DeclarationsAnswer(
        id, overview.upToDate(), overview.toldAt(), overview.reportedAt(), overview.declarations());
  }

  @GET
  @Path("hosts/{id: [0-9]{1,18}}/declarations/status")
  @Requires(Permission.VIEW_DECLARATIONS)
  public StatusAnswer status(@Context Actor actor, @PathParam("id") long id) {
    Host host = host(actor, id);
    return declarations
        .report(host)
        .map(
            kept ->
                answer(id, Optional.of(kept.update().reportedAt()), HostDeclarations.status(kept)))
        .orElseGet(() -> answer(id, Optional.empty(), DeviceStatus.none()));
  }

  private static StatusAnswer answer(long id, Optional<Instant> at, DeviceStatus status) {
    List<ItemError> errors = new ArrayList<>();
    status
        .errors()
        .forEach(
            (name, reasons) ->
                errors.add(
                    new ItemError(name, reasons.stream().map(HostDeclarations::reason).toList())));
    return new StatusAnswer(id, at, status.items(), errors);
  }

  private Host host(Actor actor, long id) {
    Host host = hosts.find(new HostId(id)).orElseThrow(HostDeclarationResource::unknown);
    access.require(
        actor, Permission.VIEW_DECLARATIONS, host.team(), HostDeclarationResource::unknown);
    return host;
  }

  private static MdmException unknown() {
    return MdmException.notFound("enrollment.host_not_found", "There is no such host.");
  }
}
