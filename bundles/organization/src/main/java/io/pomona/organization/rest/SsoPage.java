package io.pomona.organization.rest;

import io.pomona.api.MdmException;
import io.pomona.api.rest.Html;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** What somebody sees in the browser who was not logged in. Holds no text of the request. */
final class SsoPage {
  private SsoPage() {}

  static Response.ResponseBuilder of(MdmException refusal) {
    Html content = Html.of("<h1>Not logged in</h1>\n<p>%s</p>\n", refusal.getMessage());
    return Response.status(status(refusal))
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .entity(Html.page("Not logged in", content));
  }

  private static int status(MdmException refusal) {
    return switch (refusal.kind()) {
      case NOT_FOUND -> 404;
      case TOO_MANY_REQUESTS -> 429;
      case UNAVAILABLE -> 503;
      case FORBIDDEN, CONFLICT -> 403;
      default -> 400;
    };
  }
}
