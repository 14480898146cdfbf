package io.pomona.organization.rest;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Sessions;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Anonymous;
import io.pomona.api.rest.Requires;
import io.pomona.api.rest.SessionCookie;
import io.pomona.organization.rest.UserViews.AvailableTeam;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.CookieParam;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Logging in and out. */
@Component
@Path("/")
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource implements AdminResource {
  private static final String BEARER = "(?i)^bearer +";

  private final Sessions sessions;
  private final UserViews views;

  @Activate
  public SessionResource(@Reference Sessions sessions, @Reference UserViews views) {
    this.sessions = sessions;
    this.views = views;
  }

  /** What a client sends to log in. */
  public record LoginRequest(String email, String password) {
    @Override
    public String toString() {
      return "LoginRequest[" + email + "]";
    }
  }

  /** The token is shown this once; empty for who has it as a cookie. */
  public record SessionView(UserView user, List<AvailableTeam> availableTeams, String token) {
    SessionView withoutToken() {
      return new SessionView(user, availableTeams, "");
    }

    @Override
    public String toString() {
      return "SessionView[" + user + "]";
    }
  }

  @POST
  @Path("login")
  @Anonymous
  public Response logIn(@Context HttpServletRequest http, LoginRequest request) {
    if (request == null || request.email() == null || request.password() == null) {
      throw MdmException.malformed(
          "organization.bad_login", "Send {\"email\": …, \"password\": …}.");
    }
    return SessionCookies.answer(
        http,
        views.session(
            sessions.logIn(request.email(), Secret.of(request.password()), http.getRemoteAddr())));
  }

  @POST
  @Path("logout")
  @Requires(Permission.USE_OWN_ACCOUNT)
  public Response logOut(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @CookieParam(SessionCookie.NAME) String cookie) {
    String token = authorization == null ? cookie : authorization.replaceFirst(BEARER, "");
    sessions.logOut(Secret.of(token));
    return Response.ok(Map.of()).header(HttpHeaders.SET_COOKIE, SessionCookies.ended()).build();
  }
}
