package io.pomona.abm.device;

import io.pomona.abm.admission.Arrival;
import io.pomona.abm.admission.MinimumVersions;
import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.organization.EndUserLogins.Answer;
import io.pomona.api.rest.DeviceResource;
import io.pomona.protocol.dep.UpdateFirst;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.CookieParam;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the web view of Setup Assistant shows, and that of {@code profiles renew}. The Mac says what
 * it is in the first request only; from then on the view's cookie does.
 */
@Component(service = DeviceResource.class)
@Path("apple/enroll/web")
public final class WebViewResource implements DeviceResource {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.abm");
  private static final String MACHINE = "x-apple-aspen-deviceinfo";
  private static final int LONGEST = 100_000;

  private final WebFlow flow;
  private final MinimumVersions versions;
  private final Strangers strangers;

  @Activate
  public WebViewResource(
      @Reference WebFlow flow,
      @Reference MinimumVersions versions,
      @Reference Strangers strangers) {
    this.flow = flow;
    this.versions = versions;
    this.strangers = strangers;
  }

  @GET
  public Response show(
      @Context HttpServletRequest request,
      @HeaderParam(MACHINE) String machine,
      @CookieParam(TicketCookie.NAME) String cookie) {
    return answered(
        () ->
            machine == null || machine.isBlank()
                ? next(ticket(cookie)).build()
                : begin(request, machine));
  }

  private Response begin(HttpServletRequest request, String machine) {
    Arrival arrival = strangers.receive(request, decoded(machine));
    Optional<UpdateFirst> update = versions.required(arrival.team(), arrival.machine());
    if (update.isPresent()) {
      return DeviceAnswers.of(update.get());
    }
    Secret ticket = flow.begin(arrival);
    return Response.fromResponse(answered(() -> next(ticket).build()))
        .header(HttpHeaders.SET_COOKIE, TicketCookie.set(ticket, WebFlow.PATIENCE))
        .build();
  }

  private static byte[] decoded(String machine) {
    try {
      if (machine.length() <= LONGEST) {
        return Base64.getMimeDecoder().decode(machine);
      }
    } catch (IllegalArgumentException e) {
      LOG.debug("A Mac's header is no base64", e);
    }
    throw MdmException.malformed(
        "abm.malformed_machine_info", "The machine information is not base64.");
  }

  private Response.ResponseBuilder next(Secret ticket) {
    NextStep step = flow.next(ticket);
    if (step instanceof NextStep.Agree agree) {
      return SetupPage.agree(agree);
    }
    if (step instanceof NextStep.LogIn logIn) {
      return SetupPage.logIn(logIn);
    }
    return Response.fromResponse(
        DeviceAnswers.profile(flow.finish(((NextStep.Done) step).ticket())));
  }

  @GET
  @Path("agreement")
  public Response agreement(@CookieParam(TicketCookie.NAME) String cookie) {
    return answered(
        () ->
            Response.ok(flow.agreement(ticket(cookie)), "application/pdf")
                .header("Content-Security-Policy", "frame-ancestors 'self'")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
  }

  @POST
  @Path("agreement")
  public Response agree(@CookieParam(TicketCookie.NAME) String cookie) {
    return answered(
        () -> {
          flow.agree(ticket(cookie));
          return redirect(flow.here());
        });
  }

  @GET
  @Path("login")
  public Response logIn(@CookieParam(TicketCookie.NAME) String cookie) {
    return answered(() -> redirect(flow.logIn(ticket(cookie))));
  }

  @GET
  @Path("callback")
  public Response callback(@Context UriInfo uri, @CookieParam(TicketCookie.NAME) String cookie) {
    return answered(
        () -> {
          flow.loggedIn(ticket(cookie), Answer.of(uri.getQueryParameters()));
          return redirect(flow.here());
        });
  }

  @GET
  @Path("style.css")
  public Response style() {
    return Response.ok(SetupPage.STYLE, "text/css")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  /** A person reads it, so a refusal is a page as well. */
  private static Response answered(Supplier<Response> step) {
    try {
      return step.get();
    } catch (MdmException e) {
      LOG.info("Refused a step of a Mac's setup: {}", e.code());
      return SetupPage.refusal(e).build();
    }
  }

  private static Secret ticket(String cookie) {
    return Secret.of(cookie == null ? "" : cookie);
  }

  private static Response redirect(URI location) {
    return Response.seeOther(location).header("Referrer-Policy", "no-referrer").build();
  }
}
