package io.pomona.updates.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.FormStream;
import io.pomona.api.rest.FormStream.Part;
import io.pomona.api.rest.Requires;
import io.pomona.api.rest.TeamNumber;
import io.pomona.api.updates.NudgePackage;
import io.pomona.updates.nudge.NudgeConfiguration;
import io.pomona.updates.nudge.NudgePackages;
import java.time.Instant;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Nudge for Macs that know no declarations: its package and its settings. */
@Component(service = AdminResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class NudgeResource implements AdminResource {
  private final NudgePackages packages;
  private final NudgeConfiguration configuration;
  private final KnownTeams teams;

  @Activate
  public NudgeResource(
      @Reference NudgePackages packages,
      @Reference NudgeConfiguration configuration,
      @Reference KnownTeams teams) {
    this.packages = packages;
    this.configuration = configuration;
    this.teams = teams;
  }

  /**
   * @param sha256 in lower-case hexadecimal
   */
  public record PackageView(String name, long size, String sha256, Instant createdAt) {
    static PackageView of(NudgePackage found) {
      return new PackageView(found.name(), found.size(), found.sha256(), found.createdAt());
    }
  }

  @POST
  @Path("macos_updates/nudge_package")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Requires(Permission.EDIT_NUDGE)
  public PackageView add(@Context Actor actor, FormStream form) {
    packages.requireEdit(actor);
    for (Optional<Part> part = form.next(); part.isPresent(); part = form.next()) {
      if (part.get().name().equals("package")) {
        return PackageView.of(
            packages.add(actor, part.get().fileName().orElse(""), part.get().content()));
      }
    }
    throw MdmException.invalid(
        "updates.no_file", "package", "Send the package as the file package.");
  }

  @GET
  @Path("macos_updates/nudge_package")
  @Requires(Permission.EDIT_NUDGE)
  public PackageView show(@Context Actor actor) {
    return PackageView.of(packages.find(actor));
  }

  @DELETE
  @Path("macos_updates/nudge_package")
  @Requires(Permission.EDIT_NUDGE)
  public Map<String, Object> delete(@Context Actor actor) {
    packages.delete(actor);
    return Map.of();
  }

  @GET
  @Path("macos_updates/nudge.json")
  @Requires(Permission.VIEW_HOSTS)
  public Map<String, Object> settings(@Context Actor actor, @QueryParam("team_id") String teamId) {
    Optional<TeamId> team = teams.required(actor, Permission.VIEW_HOSTS, TeamNumber.of(teamId));
    return configuration
        .of(team)
        .orElseThrow(
            () ->
                MdmException.notFound(
                    "updates.nothing_required", "This team requires no macOS; say which first."));
  }
}
