package io.pomona.commands.rest;

import io.pomona.api.commands.CommandQueue;
import io.pomona.api.commands.CommandQueueStore.Cancelled;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.commands.CancelWords;
import io.pomona.commands.NamedCommand;
import io.pomona.commands.rest.CommandViews.CancelRequest;
import io.pomona.commands.rest.CommandViews.CancelledAnswer;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Taking commands back. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class CancelResource implements AdminResource {
  private final CommandQueue commands;
  private final HostStore hosts;
  private final Access access;

  @Activate
  public CancelResource(
      @Reference CommandQueue commands, @Reference HostStore hosts, @Reference Access access) {
    this.commands = commands;
    this.hosts = hosts;
    this.access = access;
  }

  @DELETE
  @Path("commands/{uuid}")
  @Requires(Permission.RUN_COMMANDS)
  public CancelledAnswer cancel(@Context Actor actor, @PathParam("uuid") String uuid) {
    return cancelled(actor, uuid, List.of());
  }

  @POST
  @Path("commands/{uuid}/cancel")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.RUN_COMMANDS)
  public CancelledAnswer cancelFor(
      @Context Actor actor, @PathParam("uuid") String uuid, CancelRequest request) {
    Optional<List<String>> names =
        Optional.ofNullable(request)
            .flatMap(given -> Optional.ofNullable(given.hostUuids()))
            .filter(list -> !list.isEmpty());
    List<HostId> only =
        names.isEmpty()
            ? List.of()
            : NamedHosts.find(
                    hosts, access.scope(actor, Permission.VIEW_HOSTS), names, "host_uuids")
                .ids();
    return cancelled(actor, uuid, only);
  }

  @DELETE
  @Path("hosts/{id}/commands/{uuid}")
  @Requires(Permission.RUN_COMMANDS)
  public CancelledAnswer cancelForOne(
      @Context Actor actor, @PathParam("id") long host, @PathParam("uuid") String uuid) {
    return cancelled(actor, uuid, List.of(new HostId(host)));
  }

  private CancelledAnswer cancelled(Actor actor, String uuid, List<HostId> only) {
    Cancelled cancelled = commands.cancel(actor, NamedCommand.uuid(uuid), only);
    return new CancelledAnswer(cancelled.all(), cancelled.underWay(), CancelWords.of(cancelled));
  }
}
