package io.pomona.organization.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Team;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.organization.Teams;
import io.pomona.organization.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
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

/** The teams. */
@Component(service = AdminResource.class)
@Path("teams")
@Produces(MediaType.APPLICATION_JSON)
public final class TeamResource implements AdminResource {
  private final Teams teams;
  private final Settings settings;

  @Activate
  public TeamResource(@Reference Teams teams, @Reference Settings settings) {
    this.teams = teams;
    this.settings = settings;
  }

  private TeamView view(Actor actor, Team team) {
    return TeamView.of(team, settings.describe(actor, Optional.of(team.id())));
  }

  /** One team. */
  public record TeamAnswer(TeamView team) {}

  /** Many teams. */
  public record TeamsAnswer(List<TeamView> teams) {}

  /** What is to be said of a team. */
  public record TeamRequest(String name, String description) {}

  @GET
  @Requires(Permission.VIEW_TEAMS)
  public TeamsAnswer list(
      @Context Actor actor,
      @QueryParam("query") @DefaultValue("") String query,
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("per_page") @DefaultValue("0") int perPage) {
    return new TeamsAnswer(
        teams.list(actor, query.strip(), Pages.of(after, page, perPage)).stream()
            .map(team -> view(actor, team))
            .toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.CREATE_TEAMS)
  public TeamAnswer create(@Context Actor actor, TeamRequest request) {
    if (request == null || request.name() == null) {
      throw MdmException.invalid("organization.missing", "name", "The field name is missing.");
    }
    return new TeamAnswer(
        view(
            actor,
            teams.create(actor, request.name(), Optional.ofNullable(request.description()))));
  }

  @GET
  @Path("{id: [0-9]{1,18}}")
  @Requires(Permission.VIEW_TEAMS)
  public TeamAnswer get(@Context Actor actor, @PathParam("id") long id) {
    return new TeamAnswer(view(actor, teams.find(actor, id)));
  }

  @PATCH
  @Path("{id: [0-9]{1,18}}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_TEAMS)
  public TeamAnswer change(@Context Actor actor, @PathParam("id") long id, TeamRequest request) {
    Optional<TeamRequest> said = Optional.ofNullable(request);
    return new TeamAnswer(
        view(
            actor,
            teams.change(
                actor, id, said.map(TeamRequest::name), said.map(TeamRequest::description))));
  }

  @DELETE
  @Path("{id: [0-9]{1,18}}")
  @Requires(Permission.DELETE_TEAMS)
  public Map<String, Object> delete(@Context Actor actor, @PathParam("id") long id) {
    teams.delete(actor, id);
    return Map.of();
  }
}
