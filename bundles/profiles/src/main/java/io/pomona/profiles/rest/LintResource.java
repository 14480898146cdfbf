package io.pomona.profiles.rest;

import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.Profile;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.MultipartForm;
import io.pomona.api.rest.Requires;
import io.pomona.api.rest.TeamNumber;
import io.pomona.profiles.ProfileRules;
import io.pomona.profiles.ProfileScope;
import io.pomona.profiles.lint.ProfileInspection;
import io.pomona.protocol.profile.MobileConfig;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is odd about a profile, before it is uploaded and afterwards. */
@Component(service = AdminResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class LintResource implements AdminResource {
  private final ProfileCatalog catalog;
  private final ProfileScope scope;
  private final ProfileInspection inspection;

  @Activate
  public LintResource(
      @Reference ProfileCatalog catalog,
      @Reference ProfileScope scope,
      @Reference ProfileInspection inspection) {
    this.catalog = catalog;
    this.scope = scope;
    this.inspection = inspection;
  }

  /** Stores nothing; refuses what an upload would refuse. */
  @POST
  @Path("configuration_profiles/lint")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Requires(Permission.EDIT_PROFILES)
  public WarningsView lint(@Context Actor actor, MultipartForm form) {
    byte[] content = ProfileCatalog.file(form).content();
    Optional<TeamId> team = TeamNumber.of(form.field("team_id").orElse(""));
    scope.require(actor, Permission.EDIT_PROFILES, team);
    MobileConfig profile = ProfileRules.read(content);
    return WarningsView.of(
        profile.displayName(),
        profile.identifier(),
        profile.payloads(),
        inspection.of(profile, team));
  }

  /** Of a stored one, beside what its Macs have now. */
  @GET
  @Path("configuration_profiles/{profile_uuid}/warnings")
  @Requires(Permission.VIEW_PROFILES)
  public WarningsView warnings(
      @Context Actor actor, @PathParam("profile_uuid") String profileUuid) {
    Profile profile = catalog.byUuid(actor, profileUuid);
    return WarningsView.of(
        profile.name(), profile.identifier(), inspection.payloads(profile), inspection.of(profile));
  }
}
