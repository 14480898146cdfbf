package io.pomona.profiles.rest;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.profiles.ProfileResend;
import java.util.Map;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends a profile to a host once more. */
@Component(service = AdminResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ResendResource implements AdminResource {
  private final HostStore hosts;
  private final ProfileResend resend;

  @Activate
  public ResendResource(@Reference HostStore hosts, @Reference ProfileResend resend) {
    this.hosts = hosts;
    this.resend = resend;
  }

  @POST
  @Path("hosts/{id: [0-9]{1,18}}/configuration_profiles/{profile_uuid}/resend")
  @Requires(Permission.RUN_COMMANDS)
  public Map<String, Object> resend(
      @Context Actor actor,
      @PathParam("id") long id,
      @PathParam("profile_uuid") String profileUuid) {
    resend.resend(actor, hosts.find(new HostId(id)), profileUuid);
    return Map.of();
  }

  /** The same, at the reference's path. */
  @POST
  @Path("hosts/{id: [0-9]{1,18}}/configuration_profiles/resend/{profile_uuid}")
  @Requires(Permission.RUN_COMMANDS)
  public Map<String, Object> resendAsBefore(
      @Context Actor actor,
      @PathParam("id") long id,
      @PathParam("profile_uuid") String profileUuid) {
    return resend(actor, id, profileUuid);
  }
}
