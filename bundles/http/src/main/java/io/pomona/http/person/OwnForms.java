package io.pomona.http.person;

import io.pomona.api.MdmException;
import java.net.URI;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.ext.Provider;

/** Takes only what our own pages send. A browser says of each form where it comes from. */
@Provider
public final class OwnForms implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext context) {
    boolean asks =
        context.getMethod().equals(HttpMethod.GET) || context.getMethod().equals(HttpMethod.HEAD);
    if (!asks && isForeign(context)) {
      throw MdmException.forbidden(
          "http.foreign_form", "This was sent by another site. Open your own link and try again.");
    }
  }

  private static boolean isForeign(ContainerRequestContext context) {
    String site = context.getHeaderString("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin");
    }
    String origin = context.getHeaderString("Origin");
    // A page that tells nobody its address is null even to itself, in browsers that say no more.
    boolean silent = origin == null || origin.equals("null");
    return !silent && !isSame(origin, context.getHeaderString(HttpHeaders.HOST));
  }

  private static boolean isSame(String origin, String host) {
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
