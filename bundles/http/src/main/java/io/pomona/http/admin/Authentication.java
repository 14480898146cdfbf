package io.pomona.http.admin;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Sessions;
import io.pomona.api.rest.Anonymous;
import io.pomona.api.rest.SessionCookie;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.Priority;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Cookie;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.ext.Provider;

/** Finds out who calls, for every method that is not open to anybody. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public final class Authentication implements ContainerRequestFilter {
  static final String ACTOR = "io.pomona.actor";
  private static final Pattern BEARER = Pattern.compile("(?i)bearer +([A-Za-z0-9._~+/=-]{1,512})");

  private final Sessions sessions;

  @Context private ResourceInfo resource;

  Authentication(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    if (resource.getResourceMethod().isAnnotationPresent(Anonymous.class)) {
      return;
    }
    context.setProperty(ACTOR, actor(shown(context)));
  }

  /** A page of another site can make a browser send the cookie, but not the header. */
  private static String shown(ContainerRequestContext context) {
    String header = context.getHeaderString(HttpHeaders.AUTHORIZATION);
    Cookie cookie = context.getCookies().get(SessionCookie.NAME);
    boolean own = context.getHeaderString(SessionCookie.HEADER) != null;
    if (header == null && cookie != null && own) {
      return "Bearer " + cookie.getValue();
    }
    return header == null ? "" : header;
  }

  private Actor actor(String header) {
    Matcher bearer = BEARER.matcher(header);
    if (!bearer.matches()) {
      throw unauthenticated(
          "Authentication required: send the header Authorization: Bearer TOKEN.");
    }
    return sessions
        .resolve(Secret.of(bearer.group(1)))
        .orElseThrow(
            () -> unauthenticated("Authentication required: the token is unknown or has ended."));
  }

  private static MdmException unauthenticated(String message) {
    return new MdmException(MdmException.Kind.UNAUTHENTICATED, "http.unauthenticated", message);
  }
}
