package io.pomona.profiles.rest;

import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.Profile;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How far one profile is on all hosts that it is for. */
@Component(service = AdminResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ProfileProgressResource implements AdminResource {
  private final ProfileCatalog catalog;
  private final HostProfileStore hostProfiles;

  @Activate
  public ProfileProgressResource(
      @Reference ProfileCatalog catalog, @Reference HostProfileStore hostProfiles) {
    this.catalog = catalog;
    this.hostProfiles = hostProfiles;
  }

  @GET
  @Path("configuration_profiles/{profile_uuid}/status")
  @Requires(Permission.VIEW_PROFILES)
  public SummaryView status(@Context Actor actor, @PathParam("profile_uuid") String profileUuid) {
    Profile profile = catalog.byUuid(actor, profileUuid);
    return SummaryView.of(
        hostProfiles.progress(profile.team(), profile.identifier(), profile.contentSha256()));
  }
}
