package io.pomona.organization.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.organization.apply.SpecApplication;
import io.pomona.organization.apply.SpecApplication.Mode;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Roles of several people, as the reference's client sends what its files say. */
@Component(service = AdminResource.class)
@Path("users/roles/spec")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class UserRolesResource implements AdminResource {
  private final SpecApplication application;

  @Activate
  public UserRolesResource(@Reference SpecApplication application) {
    this.application = application;
  }

  /** Roles by e-mail address, below {@code roles}. */
  public record UserRolesSpec(Map<String, Object> spec) {}

  @POST
  @Requires(Permission.EDIT_USERS)
  public Map<String, Object> change(@Context Actor actor, UserRolesSpec request) {
    if (request == null || request.spec() == null) {
      throw MdmException.malformed("organization.no_settings", "Send the roles as spec.");
    }
    application.userRoles(actor, request.spec(), new Mode(false, false));
    return Map.of();
  }
}
