package io.pomona.organization.rest;

import io.pomona.api.rest.HostCookie;
import io.pomona.api.rest.SessionCookie;
import io.pomona.organization.TokenSessions;
import io.pomona.organization.rest.SessionResource.SessionView;
import java.time.Duration;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;

/** The token of a session as a cookie. */
final class SessionCookies {
  private SessionCookies() {}

  /**
   * A client that sends {@link SessionCookie#HEADER} wants its token as a cookie and never sees it;
   * every other one finds it in the answer.
   */
  static Response answer(HttpServletRequest http, SessionView session) {
    if (http.getHeader(SessionCookie.HEADER) == null) {
      return Response.ok(session).build();
    }
    return Response.ok(session.withoutToken())
        .header(HttpHeaders.SET_COOKIE, begun(session.token(), TokenSessions.LIFE))
        .build();
  }

  static String begun(String token, Duration life) {
    return HostCookie.strict(SessionCookie.NAME, token, life);
  }

  static String ended() {
    return HostCookie.strict(SessionCookie.NAME, "", Duration.ZERO);
  }
}
