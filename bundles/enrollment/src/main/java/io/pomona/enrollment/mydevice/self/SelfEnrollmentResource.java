package io.pomona.enrollment.mydevice.self;

import io.pomona.api.Secret;
import io.pomona.api.abm.EndUser;
import io.pomona.api.organization.EndUserLogins.Answer;
import io.pomona.api.rest.EndUserResource;
import io.pomona.api.rest.HostCookie;
import io.pomona.api.rest.Html;
import io.pomona.enrollment.mydevice.Visitors;
import io.pomona.protocol.profile.EnrollmentProfile;
import java.net.URI;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.CookieParam;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The pages of self-service enrollment. What a browser has to show is in a cookie of its own. */
@Component
@Path("enroll")
public final class SelfEnrollmentResource implements EndUserResource {
  static final String COOKIE = "__Host-pomona-self";

  private final SelfEnrollment enrollment;
  private final Visitors visitors;

  @Activate
  public SelfEnrollmentResource(
      @Reference SelfEnrollment enrollment, @Reference Visitors visitors) {
    this.enrollment = enrollment;
    this.visitors = visitors;
  }

  @GET
  public Response show(@CookieParam(COOKIE) String cookie) {
    SelfEnrollment.State state = enrollment.state(ticket(cookie));
    Html content =
        state
            .person()
            .map(person -> Html.of(PROFILE, person(person), state.organization()))
            .orElseGet(() -> Html.of(LOG_IN, state.organization(), state.provider()));
    return Response.ok(
            Html.page("Enroll this Mac", STYLE, content),
            MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .build();
  }

  private static final String LOG_IN =
      """
      <h1>Enroll this Mac</h1>
      <p>%s manages Macs with MDM. To enroll the Mac that you use, log in. Then you get a profile for it.</p>
      <p><a class="button" href="/device/enroll/login">Log in with %s</a></p>
      <p><a href="/device/transparency">What your organization can and cannot see</a></p>
      """;
  private static final String PROFILE =
      """
      <h1>Enroll this Mac</h1>
      <p>You are logged in as %s. Download the profile on the Mac that you want to enroll, open System Settings, General, Device Management
      (macOS 14 and earlier: Privacy &amp; Security, Profiles), and install it there. An administrator of the Mac has to do so. The profile lets in one Mac, and %s learns
      that you got it.</p>
      <form method="post" action="/device/enroll/profile"><button type="submit">Download the profile</button></form>
      <p>It downloads once. For another Mac, or when the download was lost, <a href="/device/enroll/login">log in again</a>.</p>
      <details><summary>The Mac belongs to your organization and was moved from another management?</summary>
      <p>Then it may be in Apple Business Manager, and needs no profile: <a href="/device/guide/turn-on-mdm-automatic">turn on MDM
      with a command</a> first. If no notification comes, download the profile.</p></details>
      <p><a href="/device/guide/turn-on-mdm">The steps in more detail</a></p>
      """;

  private static String person(EndUser person) {
    return person.fullName().isEmpty()
        ? person.email()
        : person.fullName() + " (" + person.email() + ")";
  }

  @GET
  @Path("login")
  public Response logIn(@Context HttpServletRequest request) {
    visitors.countLogin(request);
    SelfEnrollment.Login login = enrollment.logIn();
    return Response.seeOther(login.location())
        .header(HttpHeaders.SET_COOKIE, cookie(login.ticket()))
        .build();
  }

  /** Lax: the browser comes back from the provider, which is another site. */
  private static String cookie(Secret ticket) {
    return HostCookie.lax(COOKIE, ticket.revealText(), SelfEnrollment.PATIENCE);
  }

  @GET
  @Path("callback")
  public Response callback(@Context UriInfo uri, @CookieParam(COOKIE) String cookie) {
    enrollment.loggedIn(ticket(cookie), Answer.of(uri.getQueryParameters()));
    // Of the addresses of this side: JAX-RS puts its base before it.
    return Response.seeOther(URI.create("enroll")).build();
  }

  @POST
  @Path("profile")
  public Response profile(@CookieParam(COOKIE) String cookie) {
    return Response.ok(enrollment.profile(ticket(cookie)), EnrollmentProfile.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"enrollment.mobileconfig\"")
        .build();
  }

  private static Secret ticket(String cookie) {
    return Secret.of(cookie == null ? "" : cookie);
  }
}
