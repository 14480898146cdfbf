package io.pomona.abm.rest;

import io.pomona.abm.assistant.SetupAssistants;
import io.pomona.abm.assistant.SetupAssistants.Uploaded;
import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.api.rest.TeamNumber;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The Setup Assistant profiles of teams, and of Macs of no team. */
@Component(service = AdminResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class SetupAssistantResource implements AdminResource {
  private final SetupAssistants assistants;

  @Activate
  public SetupAssistantResource(@Reference SetupAssistants assistants) {
    this.assistants = assistants;
  }

  /**
   * @param teamId null and 0: the Macs of no team
   * @param name of the file
   */
  public record UploadRequest(Long teamId, String name, Map<String, Object> enrollmentProfile) {}

  /** What Macs get whose team has none. */
  public record DefaultAnswer(Map<String, Object> enrollmentProfile) {}

  @POST
  @Path("enrollment_profiles/automatic")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_SETUP)
  public AssistantView upload(@Context Actor actor, UploadRequest request) {
    if (request == null) {
      throw MdmException.malformed(
          "abm.no_profile", "Send the name of the file and the profile as enrollment_profile.");
    }
    Optional<TeamId> team = TeamNumber.of(request.teamId());
    Uploaded uploaded = assistants.upload(actor, team, request.name(), request.enrollmentProfile());
    return AssistantView.of(team, uploaded.assistant(), uploaded.profile());
  }

  /** The description, or with {@code alt=media} the profile as a file. */
  @GET
  @Path("enrollment_profiles/automatic")
  @Produces(MediaType.WILDCARD)
  @Requires(Permission.VIEW_SETUP)
  public Response show(
      @Context Actor actor,
      @QueryParam("team_id") String teamId,
      @QueryParam("alt") String alternative) {
    Optional<TeamId> team = TeamNumber.of(teamId);
    Uploaded found = assistants.find(actor, team);
    if (alternative == null) {
      return Response.ok(
              AssistantView.of(team, found.assistant(), found.profile()),
              MediaType.APPLICATION_JSON)
          .build();
    }
    if (!alternative.equals("media")) {
      throw MdmException.invalid("abm.bad_alt", "alt", "The only value of alt is media.");
    }
    return Response.ok(found.profile().file(), MediaType.APPLICATION_JSON)
        .header(
            "Content-Disposition",
            "attachment; filename=\""
                + found.assistant().name().replaceAll("[^A-Za-z0-9 ._-]", "_")
                + "\"")
        .build();
  }

  /** Answers with nothing (204). Macs of the team get the default one then. */
  @DELETE
  @Path("enrollment_profiles/automatic")
  @Requires(Permission.EDIT_SETUP)
  public void delete(@Context Actor actor, @QueryParam("team_id") String teamId) {
    assistants.delete(actor, TeamNumber.of(teamId));
  }

  @GET
  @Path("enrollment_profiles/automatic/default")
  @Requires(Permission.VIEW_CONFIG)
  public DefaultAnswer standard() {
    return new DefaultAnswer(assistants.standard().fields());
  }

  /** The same, at the path of 2023. */
  @POST
  @Path("mdm/apple/enrollment_profile")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_SETUP)
  public AssistantView uploadAtFirst(@Context Actor actor, UploadRequest request) {
    return upload(actor, request);
  }

  /** The same, at the path of 2023. */
  @GET
  @Path("mdm/apple/enrollment_profile")
  @Produces(MediaType.WILDCARD)
  @Requires(Permission.VIEW_SETUP)
  public Response showAtFirst(
      @Context Actor actor,
      @QueryParam("team_id") String teamId,
      @QueryParam("alt") String alternative) {
    return show(actor, teamId, alternative);
  }

  /** The same, at the path of 2023. */
  @DELETE
  @Path("mdm/apple/enrollment_profile")
  @Requires(Permission.EDIT_SETUP)
  public void deleteAtFirst(@Context Actor actor, @QueryParam("team_id") String teamId) {
    delete(actor, teamId);
  }
}
