package io.pomona.abm.setup.rest;

import io.pomona.abm.setup.rest.AgreementCalls.AgreementView;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Anonymous;
import io.pomona.api.rest.MultipartForm;
import io.pomona.api.rest.Requires;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The agreement that people see before their Mac enrolls. */
@Component(service = AdminResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class AgreementResource implements AdminResource {
  private final AgreementCalls calls;

  @Activate
  public AgreementResource(@Reference AgreementCalls calls) {
    this.calls = calls;
  }

  @POST
  @Path("setup_experience/eula")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Requires(Permission.EDIT_ABM)
  public AgreementView add(@Context Actor actor, MultipartForm form) {
    return calls.add(actor, form);
  }

  @GET
  @Path("setup_experience/eula/metadata")
  @Requires(Permission.EDIT_ABM)
  public AgreementView metadata(@Context Actor actor) {
    return calls.metadata(actor);
  }

  @DELETE
  @Path("setup_experience/eula/{token}")
  @Requires(Permission.EDIT_ABM)
  public Map<String, Object> delete(@Context Actor actor, @PathParam("token") String token) {
    calls.delete(actor, token);
    return Map.of();
  }

  /** For the page before the enrollment: whoever has its address may read it. */
  @GET
  @Path("setup_experience/eula/{token}")
  @Produces(AgreementCalls.PDF)
  @Anonymous
  public Response file(@PathParam("token") String token) {
    return calls.file(token);
  }
}
