package io.pomona.organization.rest;

import io.pomona.api.MdmException;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** What somebody sees in the browser who was not logged in. Holds no text of the request. */
final class SsoPage {
  private static final String FORM =
      """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>Not logged in</title></head>
      <body><main><h1>Not logged in</h1>
      <p>%s</p></main></body>
      </html>
      """;

  private SsoPage() {}

  static Response.ResponseBuilder of(MdmException refusal) {
    return Response.status(status(refusal))
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .entity(FORM.formatted(escaped(refusal.getMessage())));
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

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
