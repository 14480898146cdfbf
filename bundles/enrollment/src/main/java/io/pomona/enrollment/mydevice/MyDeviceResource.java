package io.pomona.enrollment.mydevice;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.rest.EndUserResource;
import io.pomona.enrollment.mydevice.page.GuidePages;
import io.pomona.protocol.profile.EnrollmentProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page of a Mac, opened by its link, and the pages that are there for all. */
@Component
@Path("/")
public final class MyDeviceResource implements EndUserResource {
  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("utf-8");

  private final MyMacs macs;
  private final HandedProfiles profiles;
  private final UserRefetch refetch;
  private final Visitors visitors;
  private final Clock clock = Clock.systemUTC();

  @Activate
  public MyDeviceResource(
      @Reference MyMacs macs,
      @Reference HandedProfiles profiles,
      @Reference UserRefetch refetch,
      @Reference Visitors visitors) {
    this.macs = macs;
    this.profiles = profiles;
    this.refetch = refetch;
    this.visitors = visitors;
  }

  @GET
  @Path("{token}")
  public Response show(
      @Context HttpServletRequest request,
      @PathParam("token") String token,
      @QueryParam("told") String told,
      @QueryParam("at") @DefaultValue("0") long at) {
    Secret secret = Secret.of(token);
    MyMac mac = open(request, secret);
    return html(new MyMacPage(mac, secret, Outcome.of(told, at), clock.instant()).html());
  }

  private MyMac open(HttpServletRequest request, Secret token) {
    return visitors.guard(request, () -> macs.open(token));
  }

  private static Response html(String page) {
    return Response.ok(page, HTML).build();
  }

  @POST
  @Path("{token}/refetch")
  public Response refetch(@Context HttpServletRequest request, @PathParam("token") String token) {
    Told told = refetch.ask(open(request, Secret.of(token)));
    String query = new Outcome(told, clock.instant()).query();
    // Of the addresses of this side: JAX-RS puts its base before it.
    return Response.seeOther(URI.create(token + query)).build();
  }

  @GET
  @Path("{token}/profile")
  public Response profile(@Context HttpServletRequest request, @PathParam("token") String token) {
    return attached(profiles.of(open(request, Secret.of(token))));
  }

  public static Response attached(byte[] profile) {
    return Response.ok(profile, EnrollmentProfile.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"enrollment.mobileconfig\"")
        .build();
  }

  @GET
  @Path("transparency")
  public Response transparency() {
    return html(new TransparencyPage(macs.organizationName()).html());
  }

  @GET
  @Path("guide/{page}")
  public Response guide(@PathParam("page") String page) {
    return html(
        GuidePages.find(page)
            .orElseThrow(
                () -> MdmException.notFound("enrollment.no_page", "There is no such page.")));
  }

  @GET
  @Path("style.css")
  public Response style() {
    try (InputStream style = MyDeviceResource.class.getResourceAsStream("style.css")) {
      return Response.ok(style.readAllBytes(), "text/css;charset=utf-8").build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
