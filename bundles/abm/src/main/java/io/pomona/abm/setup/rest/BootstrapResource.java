package io.pomona.abm.setup.rest;

import io.pomona.abm.setup.PackageDownloads;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Anonymous;
import io.pomona.api.rest.Download;
import io.pomona.api.rest.FormStream;
import io.pomona.api.rest.Requires;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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

/** The packages that Macs of a team install when they are set up. */
@Component(service = AdminResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class BootstrapResource implements AdminResource {
  private final BootstrapCalls calls;
  private final PackageDownloads downloads;

  @Activate
  public BootstrapResource(@Reference BootstrapCalls calls, @Reference PackageDownloads downloads) {
    this.calls = calls;
    this.downloads = downloads;
  }

  @POST
  @Path("bootstrap")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Requires(Permission.EDIT_SETUP)
  public BootstrapPackageView add(
      @Context Actor actor, @QueryParam("team_id") String team, FormStream form) {
    return calls.add(actor, team, form);
  }

  @GET
  @Path("bootstrap/{team_id}/metadata")
  @Requires(Permission.EDIT_SETUP)
  public BootstrapPackageAnswer metadata(
      @Context Actor actor,
      @PathParam("team_id") long team,
      @QueryParam("for_update") boolean forUpdate) {
    return calls.metadata(actor, team, forUpdate);
  }

  /** Whoever has the token was told it; no other way leads to the file. */
  @GET
  @Path("bootstrap")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Anonymous
  public Download download(@QueryParam("token") String token) {
    return downloads.download(token);
  }

  @DELETE
  @Path("bootstrap/{team_id}")
  @Requires(Permission.EDIT_SETUP)
  public Map<String, Object> delete(@Context Actor actor, @PathParam("team_id") long team) {
    calls.delete(actor, team);
    return Map.of();
  }

  @GET
  @Path("bootstrap/summary")
  @Requires(Permission.VIEW_SETUP)
  public BootstrapCalls.Summary summary(@Context Actor actor, @QueryParam("team_id") String team) {
    return calls.summary(actor, team);
  }
}
