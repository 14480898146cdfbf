package io.pomona.organization.rest;

import io.pomona.api.MdmException;
import io.pomona.api.rest.EndUserResource;
import io.pomona.api.rest.Html;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** What somebody sees in the browser who was not logged in. Holds no text of the request. */
final class SsoPage {
  private static final String TEXT =
      """
      <h1>Not logged in</h1>
      <p>%s</p>
      <p><a class="button" href="/console/">Back to the console</a></p>
      """;
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

  private SsoPage() {}

  static Response.ResponseBuilder of(MdmException refusal) {
    Html content = Html.of(TEXT, refusal.getMessage());
    return Response.status(status(refusal))
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .header("Content-Security-Policy", POLICY)
        .entity(Html.page("Not logged in", EndUserResource.STYLE, content));
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
