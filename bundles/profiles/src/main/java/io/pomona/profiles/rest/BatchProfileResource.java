package io.pomona.profiles.rest;

import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.api.rest.TeamNumber;
import io.pomona.profiles.ProfileBatch;
import io.pomona.profiles.ProfileBatch.Mode;
import io.pomona.profiles.ProfileScope;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All profiles of a team, or of no team, at once: the reference's calls for a file's profiles. */
@Component(service = AdminResource.class)
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
public final class BatchProfileResource implements AdminResource {
  private final ProfileBatch batch;
  private final ProfileScope scope;

  @Activate
  public BatchProfileResource(@Reference ProfileBatch batch, @Reference ProfileScope scope) {
    this.batch = batch;
    this.scope = scope;
  }

  /**
   * @param profiles files in Base64: a list, a list of objects with name and contents, or an object
   *     with a name as each key
   */
  public record BatchRequest(Object profiles) {}

  @POST
  @Path("mdm/apple/profiles/batch")
  @Requires(Permission.EDIT_PROFILES)
  public void replaceAtFirst(
      @Context Actor actor,
      @QueryParam("team_id") String id,
      @QueryParam("team_name") String name,
      @QueryParam("dry_run") @DefaultValue("false") boolean dryRun,
      @QueryParam("force") @DefaultValue("false") boolean force,
      BatchRequest request) {
    replace(actor, id, name, dryRun, force, request);
  }

  /**
   * Answers with nothing (204). A dry run for a team that is yet to be made finds nothing wrong.
   */
  @POST
  @Path("mdm/profiles/batch")
  @Requires(Permission.EDIT_PROFILES)
  public void replace(
      @Context Actor actor,
      @QueryParam("team_id") String id,
      @QueryParam("team_name") String name,
      @QueryParam("dry_run") @DefaultValue("false") boolean dryRun,
      @QueryParam("force") @DefaultValue("false") boolean force,
      BatchRequest request) {
    Optional<TeamId> team = TeamNumber.of(id);
    Optional<String> called = Optional.ofNullable(name).filter(text -> !text.isBlank());
    if (called.isPresent()) {
      team = scope.named(actor, called.get());
      if (team.isEmpty() && dryRun) {
        return;
      }
      team = Optional.of(team.orElseThrow(ProfileScope::unknownTeam));
    }
    batch.replace(actor, team, BatchFiles.of(request), new Mode(dryRun, force));
  }
}
