package io.pomona.enrollment.rest;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityStore;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.enrollment.EnrollmentProfiles;
import io.pomona.protocol.profile.EnrollmentProfile;
import java.time.Clock;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The profile that lets one Mac in. Each download is another one. */
@Component
@Path("/")
public final class EnrollmentProfileResource implements AdminResource {
  private final EnrollmentProfiles profiles;
  private final ActivityStore activities;
  private final Clock clock = Clock.systemUTC();

  @Activate
  public EnrollmentProfileResource(
      @Reference EnrollmentProfiles profiles, @Reference ActivityStore activities) {
    this.profiles = profiles;
    this.activities = activities;
  }

  @GET
  @Path("enrollment_profiles/manual")
  @Produces(EnrollmentProfile.MEDIA_TYPE)
  @Requires(Permission.ENROLL_HOSTS)
  public Response manual(@Context Actor actor) {
    byte[] profile = profiles.manual();
    activities.append(
        ActivityDraft.of(actor, "created_manual_enrollment_profile"), clock.instant());
    return Response.ok(profile, EnrollmentProfile.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"enrollment.mobileconfig\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
