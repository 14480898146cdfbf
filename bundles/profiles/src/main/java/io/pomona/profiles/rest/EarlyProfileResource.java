package io.pomona.profiles.rest;

import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.MultipartForm;
import io.pomona.api.rest.Requires;
import io.pomona.api.rest.TeamNumber;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
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

/** The same profiles by their number, at the paths of 2023. */
@Component(service = AdminResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class EarlyProfileResource implements AdminResource {
  private final ProfileCatalog catalog;

  @Activate
  public EarlyProfileResource(@Reference ProfileCatalog catalog) {
    this.catalog = catalog;
  }

  /** The number of a profile that was added. */
  public record AddedAnswer(long profileId) {}

  /** Profiles by name. */
  public record ProfilesAnswer(List<ProfileView> profiles) {}

  @POST
  @Path("mdm/apple/profiles")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Requires(Permission.EDIT_PROFILES)
  public AddedAnswer add(@Context Actor actor, MultipartForm form) {
    return new AddedAnswer(catalog.add(actor, form).id().value());
  }

  @GET
  @Path("mdm/apple/profiles")
  @Requires(Permission.VIEW_PROFILES)
  public ProfilesAnswer list(@Context Actor actor, @QueryParam("team_id") String team) {
    return new ProfilesAnswer(
        catalog.list(actor, TeamNumber.of(team)).stream().map(ProfileView::of).toList());
  }

  @GET
  @Path("mdm/apple/profiles/summary")
  @Requires(Permission.VIEW_PROFILES)
  public SummaryView summary(@Context Actor actor, @QueryParam("team_id") String team) {
    return catalog.summary(actor, TeamNumber.of(team));
  }

  /** The file as it was uploaded. */
  @GET
  @Path("mdm/apple/profiles/{profile_id: [0-9]{1,18}}")
  @Produces(MediaType.WILDCARD)
  @Requires(Permission.VIEW_PROFILES)
  public Response download(@Context Actor actor, @PathParam("profile_id") long id) {
    return catalog.download(actor, catalog.byId(actor, id));
  }

  @DELETE
  @Path("mdm/apple/profiles/{profile_id: [0-9]{1,18}}")
  @Requires(Permission.EDIT_PROFILES)
  public Map<String, Object> delete(@Context Actor actor, @PathParam("profile_id") long id) {
    catalog.deleteById(actor, id);
    return Map.of();
  }
}
