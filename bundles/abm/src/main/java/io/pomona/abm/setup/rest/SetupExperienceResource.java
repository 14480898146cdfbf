package io.pomona.abm.setup.rest;

import io.pomona.abm.setup.ManualRelease;
import io.pomona.abm.setup.SetupWishes;
import io.pomona.api.MdmException;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.api.rest.TeamNumber;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How Macs of a team are set up, and letting one go on. */
@Component(service = AdminResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class SetupExperienceResource implements AdminResource {
  private final SetupWishes wishes;
  private final ManualRelease release;
  private final Access access;

  @Activate
  public SetupExperienceResource(
      @Reference SetupWishes wishes, @Reference ManualRelease release, @Reference Access access) {
    this.wishes = wishes;
    this.release = release;
    this.access = access;
  }

  /** What is absent stays as it is. */
  public record SetupRequest(
      Optional<Long> teamId,
      Optional<Boolean> enableEndUserAuthentication,
      Optional<Boolean> enableReleaseDeviceManually) {
    private boolean isEmpty() {
      return enableEndUserAuthentication.isEmpty() && enableReleaseDeviceManually.isEmpty();
    }
  }

  @PATCH
  @Path("setup_experience")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_SETUP)
  public void change(@Context Actor actor, SetupRequest request) {
    if (request == null) {
      throw nothing();
    }
    Optional<TeamId> team = TeamNumber.of(request.teamId());
    access.require(actor, Permission.EDIT_SETUP, team, SetupExperienceResource::unknownTeam);
    if (request.isEmpty()) {
      throw nothing();
    }
    wishes.change(
        actor, team, request.enableEndUserAuthentication(), request.enableReleaseDeviceManually());
  }

  private static MdmException nothing() {
    return MdmException.malformed(
        "abm.no_body",
        "Say what is to be changed: enable_end_user_authentication or"
            + " enable_release_device_manually.");
  }

  private static MdmException unknownTeam() {
    return MdmException.notFound("organization.team_not_found", "There is no such team.");
  }

  /** The form of 2023. */
  @PATCH
  @Path("mdm/apple/setup")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_SETUP)
  public void changeEarly(@Context Actor actor, SetupRequest request) {
    change(actor, request);
  }

  @POST
  @Path("hosts/{id}/release")
  @Requires(Permission.RUN_COMMANDS)
  public Map<String, Object> release(@Context Actor actor, @PathParam("id") long id) {
    release.release(actor, id);
    return Map.of();
  }
}
