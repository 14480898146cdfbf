package io.pomona.enrollment.mydevice.rest;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.enrollment.Host;
import io.pomona.api.escrow.ActionRequired;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Anonymous;
import io.pomona.enrollment.mydevice.HandedProfiles;
import io.pomona.enrollment.mydevice.MyDeviceResource;
import io.pomona.enrollment.mydevice.MyMac;
import io.pomona.enrollment.mydevice.MyMacs;
import io.pomona.enrollment.mydevice.Told;
import io.pomona.enrollment.mydevice.UserRefetch;
import io.pomona.enrollment.mydevice.Visitors;
import io.pomona.protocol.profile.EnrollmentProfile;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the page of a Mac shows and does, for programs: at the paths of the reference. */
@Component(service = AdminResource.class)
@Path("device/{token}")
@Produces(MediaType.APPLICATION_JSON)
public final class MyDeviceApi implements AdminResource {
  private final MyMacs macs;
  private final HandedProfiles profiles;
  private final UserRefetch refetch;
  private final Visitors wrong;

  @Activate
  public MyDeviceApi(
      @Reference MyMacs macs,
      @Reference HandedProfiles profiles,
      @Reference UserRefetch refetch,
      @Reference Visitors wrong) {
    this.macs = macs;
    this.profiles = profiles;
    this.refetch = refetch;
    this.wrong = wrong;
  }

  /** Where the Mac is with MDM. */
  public record DeviceMdmView(String enrollmentStatus, Optional<String> actionRequired) {}

  /** The Mac, as its user may see it. */
  public record DeviceHostView(
      String hardwareSerial,
      String displayName,
      String hardwareModel,
      String osVersion,
      Optional<String> teamName,
      Optional<Instant> seenTime,
      boolean refetchRequested,
      DeviceMdmView mdm) {}

  /** The page. */
  public record DeviceAnswer(DeviceHostView host, String orgName) {}

  /**
   * What is to be done about MDM.
   *
   * @param needsMdmMigration always false: what another MDM does is not guessed
   */
  public record DesktopNotifications(boolean needsMdmMigration, boolean renewEnrollmentProfile) {}

  /** What a menu item would show. */
  public record DesktopAnswer(DesktopNotifications notifications) {}

  @GET
  @Anonymous
  public DeviceAnswer show(@Context HttpServletRequest request, @PathParam("token") String token) {
    MyMac mac = open(request, token);
    Host host = mac.host();
    return new DeviceAnswer(
        new DeviceHostView(
            host.facts().serialNumber(),
            host.displayName(),
            host.facts().model(),
            host.facts().osVersion(),
            mac.team(),
            host.lastSeenAt(),
            host.refetchRequested(),
            new DeviceMdmView(
                host.mdm().label(), mac.encryption().action().map(ActionRequired::label))),
        mac.organization());
  }

  @GET
  @Path("desktop")
  @Anonymous
  public DesktopAnswer desktop(
      @Context HttpServletRequest request, @PathParam("token") String token) {
    MyMac mac = open(request, token);
    return new DesktopAnswer(new DesktopNotifications(false, !mac.isOn() && mac.automatic()));
  }

  @POST
  @Path("refetch")
  @Anonymous
  public Map<String, Object> refetch(
      @Context HttpServletRequest request, @PathParam("token") String token) {
    Told told = refetch.ask(open(request, token));
    if (told == Told.WAIT) {
      throw MdmException.tooManyRequests(
          "enrollment.refetched_just_now", told.sentence(), UserRefetch.PAUSE);
    }
    return Map.of();
  }

  @GET
  @Path("mdm/apple/manual_enrollment_profile")
  @Produces(EnrollmentProfile.MEDIA_TYPE)
  @Anonymous
  public Response profile(@Context HttpServletRequest request, @PathParam("token") String token) {
    return MyDeviceResource.attached(profiles.of(open(request, token)));
  }

  @GET
  @Path("transparency")
  @Anonymous
  public Response transparency(
      @Context HttpServletRequest request, @PathParam("token") String token) {
    open(request, token);
    return Response.temporaryRedirect(URI.create("/device/transparency")).build();
  }

  private MyMac open(HttpServletRequest request, String token) {
    return wrong.guard(request, () -> macs.open(Secret.of(token)));
  }
}
