package io.pomona.profiles.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.Profile;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.MultipartForm;
import io.pomona.api.rest.Requires;
import io.pomona.api.rest.TeamNumber;
import io.pomona.profiles.lint.LintWarning;
import io.pomona.profiles.lint.ProfileInspection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Profiles that people upload, by their UUID. */
@Component(service = AdminResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ProfileResource implements AdminResource {
  private final ProfileCatalog catalog;
  private final ProfileInspection inspection;

  @Activate
  public ProfileResource(
      @Reference ProfileCatalog catalog, @Reference ProfileInspection inspection) {
    this.catalog = catalog;
    this.inspection = inspection;
  }

  /** The name of a profile that was stored, and what was found odd about it. */
  public record AddedAnswer(String profileUuid, List<LintWarning> warnings) {}

  /** Whether there is more; all profiles are listed at once. */
  public record Meta(boolean hasNextResults, boolean hasPreviousResults) {}

  /**
   * Profiles by name.
   *
   * @param counts by UUID on how many hosts each is how far; empty unless asked for
   */
  public record ProfilesAnswer(
      Meta meta, List<ProfileView> profiles, Map<String, SummaryView> counts) {}

  @POST
  @Path("configuration_profiles")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Requires(Permission.EDIT_PROFILES)
  public AddedAnswer add(@Context Actor actor, MultipartForm form) {
    Profile added = catalog.add(actor, form);
    return new AddedAnswer(added.uuid(), inspection.of(added));
  }

  /** Counting looks at each host and profile, so that only who asks for it waits for it. */
  @GET
  @Path("configuration_profiles")
  @Requires(Permission.VIEW_PROFILES)
  public ProfilesAnswer list(
      @Context Actor actor,
      @QueryParam("team_id") String number,
      @QueryParam("counts") @DefaultValue("false") boolean counts) {
    Optional<TeamId> team = TeamNumber.of(number);
    List<Profile> profiles = catalog.list(actor, team);
    return new ProfilesAnswer(
        new Meta(false, false),
        profiles.stream().map(ProfileView::of).toList(),
        counts ? catalog.progress(team, profiles) : Map.of());
  }

  @GET
  @Path("configuration_profiles/summary")
  @Requires(Permission.VIEW_PROFILES)
  public SummaryView summary(@Context Actor actor, @QueryParam("team_id") String team) {
    return catalog.summary(actor, TeamNumber.of(team));
  }

  /** The description, or with {@code alt=media} the file as it was uploaded. */
  @GET
  @Path("configuration_profiles/{profile_uuid}")
  @Produces(MediaType.WILDCARD)
  @Requires(Permission.VIEW_PROFILES)
  public Response get(
      @Context Actor actor,
      @PathParam("profile_uuid") String uuid,
      @QueryParam("alt") String alternative) {
    Profile profile = catalog.byUuid(actor, uuid);
    if (alternative == null) {
      return Response.ok(ProfileView.of(profile), MediaType.APPLICATION_JSON).build();
    }
    if (!alternative.equals("media")) {
      throw MdmException.invalid("profiles.bad_alt", "alt", "The only value of alt is media.");
    }
    return catalog.download(actor, profile);
  }

  /** Macs that have it get the file in its place; they are never without. */
  @PUT
  @Path("configuration_profiles/{profile_uuid}")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Requires(Permission.EDIT_PROFILES)
  public AddedAnswer replace(
      @Context Actor actor, @PathParam("profile_uuid") String uuid, MultipartForm form) {
    Profile stored = catalog.replace(actor, uuid, form);
    return new AddedAnswer(stored.uuid(), inspection.of(stored));
  }

  @DELETE
  @Path("configuration_profiles/{profile_uuid}")
  @Requires(Permission.EDIT_PROFILES)
  public Map<String, Object> delete(@Context Actor actor, @PathParam("profile_uuid") String uuid) {
    catalog.deleteByUuid(actor, uuid);
    return Map.of();
  }
}
