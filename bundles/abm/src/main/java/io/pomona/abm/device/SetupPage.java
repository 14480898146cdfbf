package io.pomona.abm.device;

import io.pomona.api.MdmException;
import io.pomona.api.rest.Html;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** What the person sees in the web view. No scripts and nothing inline; every text is escaped. */
final class SetupPage {
  static final String STYLE =
      """
      body { font: 15px/1.5 -apple-system, sans-serif; margin: 3em auto; max-width: 40em; padding: 0 1em; }
      iframe { border: 1px solid #999; height: 24em; width: 100%; }
      button, .button { background: #06c; border: 0; border-radius: 6px; color: #fff; display: inline-block;
        font: inherit; margin-top: 1em; padding: .5em 1.5em; text-decoration: none; }
      """;

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private static final String TERMS =
      """
      <p>%s manages this Mac. Read its terms before you go on.</p>
      <iframe src="/mdm/apple/enroll/web/agreement" title="Terms"></iframe>
      <p><a href="/mdm/apple/enroll/web/agreement">Show the terms alone</a></p>
      <form method="post" action="/mdm/apple/enroll/web/agreement">
      <button type="submit">I agree</button></form>
      """;
  private static final String LOG_IN =
      """
      <p>%s wants to know who sets this Mac up.</p>
      <p><a class="button" href="/mdm/apple/enroll/web/login">Log in with %s</a></p>
      """;
  private static final String AGAIN = "<p><a href=\"/mdm/apple/enroll/web\">Try again</a></p>\n";

  private SetupPage() {}

  static Response.ResponseBuilder agree(NextStep.Agree step) {
    return page(200, html(step));
  }

  static String html(NextStep.Agree step) {
    return html("Terms of " + step.organization(), Html.of(TERMS, step.organization()));
  }

  static Response.ResponseBuilder logIn(NextStep.LogIn step) {
    return page(200, html(step));
  }

  static String html(NextStep.LogIn step) {
    return html("Log in", Html.of(LOG_IN, step.organization(), step.provider()));
  }

  static Response.ResponseBuilder refusal(MdmException refusal) {
    return page(status(refusal), html(refusal));
  }

  static String html(MdmException refusal) {
    boolean over =
        refusal.code().equals("abm.no_ticket") || refusal.code().equals("abm.ticket_used");
    Html sentence = Html.of("<p>%s</p>\n", refusal.getMessage());
    return html("This Mac was not set up", over ? sentence : sentence.and(Html.of(AGAIN)));
  }

  private static String html(String title, Html content) {
    return Html.page(
        title, "/mdm/apple/enroll/web/style.css", Html.of("<h1>%s</h1>\n", title).and(content));
  }

  private static Response.ResponseBuilder page(int status, String html) {
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(html);
  }

  /** Never 401: what a Mac calls is never answered with it. */
  private static int status(MdmException refusal) {
    return switch (refusal.kind()) {
      case NOT_FOUND -> 404;
      case TOO_LARGE -> 413;
      case TOO_MANY_REQUESTS, UNAVAILABLE -> 503;
      case MALFORMED, INVALID -> 400;
      case FORBIDDEN, CONFLICT, UNAUTHENTICATED -> 403;
    };
  }
}
