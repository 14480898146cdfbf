package io.pomona.organization.rest;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.organization.EndUserLogins.Answer;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Anonymous;
import io.pomona.api.rest.HostCookie;
import io.pomona.organization.TokenSessions;
import io.pomona.organization.oidc.Sso;
import io.pomona.organization.oidc.SsoCodes;
import io.pomona.organization.oidc.SsoTarget;
import io.pomona.organization.rest.SessionResource.SessionView;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.CookieParam;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Logging in by a provider of identities: a browser for itself, or for a command line. */
@Component
@Path("sso")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public final class SsoResource implements AdminResource {
  /** Lax: the browser comes back from another site. */
  private static final String BROWSER = "__Host-pomona-sso";

  private final Sso sso;
  private final SsoCodes codes;
  private final UserViews views;

  @Activate
  public SsoResource(@Reference Sso sso, @Reference SsoCodes codes, @Reference UserViews views) {
    this.sso = sso;
    this.codes = codes;
    this.views = views;
  }

  /** In the reference's form. */
  public record SsoAnswerView(SsoSettingsView settings) {}

  /** Whether there is a provider, and what to call it. */
  public record SsoSettingsView(boolean ssoEnabled, String idpName, String idpImageUrl) {}

  /** What a command line sends for the code that the browser brought it. */
  public record TokenRequest(String code, String verifier) {
    @Override
    public String toString() {
      return "TokenRequest[]";
    }
  }

  @GET
  @Anonymous
  @Produces(MediaType.APPLICATION_JSON)
  public SsoAnswerView settings() {
    Optional<String> name = sso.name();
    return new SsoAnswerView(new SsoSettingsView(name.isPresent(), name.orElse(""), ""));
  }

  @GET
  @Path("login")
  @Anonymous
  public Response logIn(
      @Context HttpServletRequest http, @Context UriInfo uri, @Context HttpHeaders headers) {
    return answered(
        headers,
        () -> {
          String listener = parameter(uri, "redirect_uri");
          SsoTarget target =
              listener.isEmpty()
                  ? SsoTarget.page(parameter(uri, "next"))
                  : SsoTarget.listener(listener, parameter(uri, "code_challenge"));
          Sso.Begun begun = sso.begin(target, http.getRemoteAddr());
          return redirect(begun.location())
              .header(
                  HttpHeaders.SET_COOKIE,
                  HostCookie.lax(BROWSER, begun.browser().revealText(), begun.patience()));
        });
  }

  @GET
  @Path("callback")
  @Anonymous
  public Response callback(
      @Context HttpServletRequest http,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @CookieParam(BROWSER) String browser) {
    return answered(
        headers,
        () -> {
          Answer answer = Answer.of(uri.getQueryParameters());
          Secret held = Secret.of(browser == null ? "" : browser);
          Sso.Finished finished = sso.finish(answer, held, http.getRemoteAddr());
          Response.ResponseBuilder end =
              redirect(finished.location())
                  .header(HttpHeaders.SET_COOKIE, HostCookie.lax(BROWSER, "", Duration.ZERO));
          finished
              .session()
              .map(session -> session.token().revealText())
              .map(token -> SessionCookies.begun(token, TokenSessions.LIFE))
              .ifPresent(cookie -> end.header(HttpHeaders.SET_COOKIE, cookie));
          return end;
        });
  }

  @POST
  @Path("token")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Anonymous
  public SessionView token(@Context HttpServletRequest http, TokenRequest request) {
    if (sso.name().isEmpty()) {
      throw MdmException.notFound("organization.sso_off", "Single sign-on is not configured here.");
    }
    if (request == null || request.code() == null || request.verifier() == null) {
      throw MdmException.malformed(
          "organization.bad_login", "Send {\"code\": …, \"verifier\": …}.");
    }
    return views.session(
        codes.redeem(
            Secret.of(request.code()), Secret.of(request.verifier()), http.getRemoteAddr()));
  }

  /** A browser gets a page for a refusal, anybody else the error of the API. */
  private static Response answered(HttpHeaders headers, Step step) {
    try {
      return step.take().header("Referrer-Policy", "no-referrer").build();
    } catch (MdmException e) {
      if (headers.getAcceptableMediaTypes().stream().noneMatch(SsoResource::isPage)) {
        throw e;
      }
      return SsoPage.of(e).header("Referrer-Policy", "no-referrer").build();
    }
  }

  /** Asked for by name: whoever takes anything is no browser. */
  private static boolean isPage(MediaType type) {
    return type.getType().equals("text") && type.getSubtype().equals("html");
  }

  /** What is answered when nothing is refused. */
  @FunctionalInterface
  private interface Step {
    Response.ResponseBuilder take();
  }

  private static Response.ResponseBuilder redirect(URI location) {
    return Response.status(Response.Status.FOUND).location(location);
  }

  /** Empty text when it is missing, or is there twice. */
  private static String parameter(UriInfo uri, String name) {
    List<String> values = uri.getQueryParameters().getOrDefault(name, List.of());
    return values.size() == 1 ? values.get(0) : "";
  }
}
