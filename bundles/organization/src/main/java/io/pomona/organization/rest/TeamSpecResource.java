package io.pomona.organization.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.organization.apply.SpecApplication;
import io.pomona.organization.apply.SpecApplication.Mode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Teams with their settings, as the reference's client sends what its files say. */
@Component(service = AdminResource.class)
@Path("spec/teams")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class TeamSpecResource implements AdminResource {
  private final SpecApplication application;
  private final TeamStore teams;

  @Activate
  public TeamSpecResource(@Reference SpecApplication application, @Reference TeamStore teams) {
    this.application = application;
    this.teams = teams;
  }

  /** Teams, each with its name and a part of its settings. */
  public record TeamSpecs(List<Map<String, Object>> specs) {}

  /** The numbers of the teams that were named. */
  public record TeamSpecsAnswer(Map<String, Long> teamIdsByName) {}

  @POST
  @Requires(Permission.EDIT_SETTINGS)
  public TeamSpecsAnswer teams(
      @Context Actor actor,
      @QueryParam("dry_run") @DefaultValue("false") boolean dryRun,
      @QueryParam("force") @DefaultValue("false") boolean force,
      TeamSpecs request) {
    if (request == null
        || request.specs() == null
        || request.specs().stream().anyMatch(Objects::isNull)) {
      throw MdmException.malformed("organization.no_settings", "Send the teams as specs.");
    }
    application.teams(actor, request.specs(), new Mode(dryRun, force));
    Map<String, Long> ids = new TreeMap<>();
    for (Map<String, Object> spec : request.specs()) {
      String name = String.valueOf(spec.get("name"));
      teams.named(name).map(Team::id).ifPresent(id -> ids.put(name, id.value()));
    }
    return new TeamSpecsAnswer(ids);
  }
}
