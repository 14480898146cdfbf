package io.pomona.organization.rest;

import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Anonymous;
import io.pomona.organization.Setup;
import io.pomona.organization.Setup.SetupRequest;
import io.pomona.organization.rest.SessionResource.SessionView;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
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

  @POST
  @Anonymous
  public SessionView setUp(@Context HttpServletRequest http, SetupRequest request) {
    return views.session(setup.run(request, http.getRemoteAddr()));
  }
}
