package io.pomona.updates.rest;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.updates.rest.OsUpdateViews.OsUpdatesAnswer;
import io.pomona.updates.rest.OsUpdateViews.ScanRequest;
import io.pomona.updates.rest.OsUpdateViews.ScheduleRequest;
import io.pomona.updates.rest.OsUpdateViews.SentAnswer;
import io.pomona.updates.schedule.OsUpdates;
import io.pomona.updates.schedule.OsUpdates.Scheduled;
import java.util.List;
import java.util.Optional;
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

/** Updates of one Mac, found, scheduled and followed by commands. */
@Component(service = AdminResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class OsUpdateResource implements AdminResource {
  private static final String UPDATES = "hosts/{id: [0-9]{1,18}}/os_updates";

  private final OsUpdates updates;
  private final HostStore hosts;

  @Activate
  public OsUpdateResource(@Reference OsUpdates updates, @Reference HostStore hosts) {
    this.updates = updates;
    this.hosts = hosts;
  }

  @GET
  @Path(UPDATES)
  @Requires(Permission.VIEW_HOSTS)
  public OsUpdatesAnswer known(@Context Actor actor, @PathParam("id") long id) {
    return OsUpdatesAnswer.of(updates.known(actor, host(id)));
  }

  @POST
  @Path(UPDATES + "/scan")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.RUN_COMMANDS)
  public SentAnswer scan(@Context Actor actor, @PathParam("id") long id, ScanRequest request) {
    boolean force = Optional.ofNullable(request).flatMap(ScanRequest::forced).orElse(false);
    return new SentAnswer(updates.scan(actor, host(id), force).value(), List.of());
  }

  @POST
  @Path(UPDATES)
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.RUN_COMMANDS)
  public SentAnswer schedule(
      @Context Actor actor, @PathParam("id") long id, ScheduleRequest request) {
    Scheduled scheduled = updates.schedule(actor, host(id), ScheduleRequest.wish(request));
    return new SentAnswer(scheduled.command().value(), scheduled.warnings());
  }

  @POST
  @Path(UPDATES + "/status")
  @Requires(Permission.RUN_COMMANDS)
  public SentAnswer status(@Context Actor actor, @PathParam("id") long id) {
    return new SentAnswer(updates.status(actor, host(id)).value(), List.of());
  }

  private Optional<Host> host(long id) {
    return hosts.find(new HostId(id));
  }
}
