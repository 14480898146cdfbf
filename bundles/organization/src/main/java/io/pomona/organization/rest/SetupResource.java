package io.pomona.organization.rest;

import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Anonymous;
import io.pomona.organization.Setup;
import io.pomona.organization.Setup.SetupRequest;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** First set-up: makes the first admin and logs them in. Gone (404) once there is one. */
@Component
@Path("setup")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SetupResource implements AdminResource {
  private final Setup setup;
  private final UserViews views;

  @Activate
  public SetupResource(@Reference Setup setup, @Reference UserViews views) {
    this.setup = setup;
    this.views = views;
  }

  /** Whether a set-up is still to be done. */
  public record SetupState(boolean needed) {}

  @GET
  @Consumes(MediaType.WILDCARD)
  @Anonymous
  public SetupState state() {
    return new SetupState(setup.needed());
  }

  @POST
  @Anonymous
  public Response setUp(@Context HttpServletRequest http, SetupRequest request) {
    return SessionCookies.answer(http, views.session(setup.run(request, http.getRemoteAddr())));
  }
}
