package io.pomona.http.admin;

import java.net.URI;
import java.util.List;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.core.UriInfo;
import javax.ws.rs.ext.Provider;

/** The canonical base and the aliases of the reference's clients lead to the same resources. */
@Provider
@PreMatching
public final class CanonicalPaths implements ContainerRequestFilter {
  // The longer ones first: each is a prefix of what a client may have meant by the next.
  private static final List<String> BASES =
      List.of("v1/fleet/", "latest/fleet/", "2022-04/fleet/", "v1/");

  @Override
  public void filter(ContainerRequestContext context) {
    UriInfo uri = context.getUriInfo();
    String path = uri.getPath(false).replaceFirst("^/", "");
    for (String base : BASES) {
      if (path.startsWith(base)) {
        context.setRequestUri(uri.getBaseUri(), relative(uri, path.substring(base.length())));
        return;
      }
    }
    throw new NotFoundException();
  }

  private static URI relative(UriInfo uri, String path) {
    String query = uri.getRequestUri().getRawQuery();
    URI base = uri.getBaseUri();
    String root = base.toString().endsWith("/") ? base.toString() : base + "/";
    return URI.create(root + path + (query == null ? "" : "?" + query));
  }
}
