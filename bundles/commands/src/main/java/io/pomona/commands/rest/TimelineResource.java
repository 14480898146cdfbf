package io.pomona.commands.rest;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.commands.NamedCommand;
import io.pomona.commands.rest.TimelineViews.CommandTimelineView;
import io.pomona.commands.rest.TimelineViews.HostTimelineView;
import io.pomona.commands.timeline.Timelines;
import io.pomona.commands.timeline.Timelines.OfCommand;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Why a Mac is pending, and the ways of its commands. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class TimelineResource implements AdminResource {
  private final Timelines timelines;
  private final HostStore hosts;
  private final Access access;

  @Activate
  public TimelineResource(
      @Reference Timelines timelines, @Reference HostStore hosts, @Reference Access access) {
    this.timelines = timelines;
    this.hosts = hosts;
    this.access = access;
  }

  @GET
  @Path("hosts/{id}/timeline")
  @Requires(Permission.VIEW_COMMANDS)
  public HostTimelineView host(
      @Context Actor actor, @PathParam("id") long id, @Context UriInfo uri) {
    Host host = hosts.find(new HostId(id)).orElseThrow(TimelineResource::unknownHost);
    access.require(actor, Permission.VIEW_COMMANDS, host.team(), TimelineResource::unknownHost);
    return HostTimelineView.of(timelines.host(host, new CommandQuery(uri).shortPage()));
  }

  @GET
  @Path("commands/{uuid}/timeline")
  @Requires(Permission.VIEW_COMMANDS)
  public CommandTimelineView command(
      @Context Actor actor, @PathParam("uuid") String uuid, @Context UriInfo uri) {
    CommandUuid named = NamedCommand.uuid(uuid);
    CommandQuery query = new CommandQuery(uri);
    int limit = query.shortPageOfHosts();
    List<OfCommand> found =
        timelines.command(
            named,
            query.hostId(),
            access.scope(actor, Permission.VIEW_COMMANDS),
            query.afterChannel(),
            limit);
    if (found.isEmpty()) {
      throw NamedCommand.unknown();
    }
    return CommandTimelineView.of(found, limit);
  }

  private static MdmException unknownHost() {
    return MdmException.notFound("commands.unknown_host", "The host does not exist.");
  }
}
