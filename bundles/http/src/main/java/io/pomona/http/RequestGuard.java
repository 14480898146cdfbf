package io.pomona.http;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * What a request must be before anything looks at it: an unambiguous path, so that a proxy and we
 * cannot read it differently, and a body within the limit.
 */
final class RequestGuard {
  private static final Pattern AMBIGUOUS =
      Pattern.compile(";|//|\\\\|/\\.{1,2}(/|$)|%(2e|2f|5c|25|00|3b)");

  private final long bodyLimit;
  private final boolean json;

  /**
   * @param bodyLimit bytes
   * @param json whether refusals are written in the form of the admin API
   */
  RequestGuard(long bodyLimit, boolean json) {
    this.bodyLimit = bodyLimit;
    this.json = json;
  }

  /** The request to go on with, or empty when it has been answered. */
  Optional<HttpServletRequest> admit(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (AMBIGUOUS.matcher(request.getRequestURI().toLowerCase(Locale.ROOT)).find()) {
      return refuse(
          response, 400, "http.ambiguous_path", "The path is ambiguous: write it plainly.");
    }
    if (request.getContentLengthLong() > bodyLimit) {
      return refuse(
          response, 413, "http.body_too_large", "The body is larger than " + bodyLimit + " bytes.");
    }
    return Optional.of(new LimitedRequest(request, bodyLimit));
  }

  private Optional<HttpServletRequest> refuse(
      HttpServletResponse response, int status, String code, String message) throws IOException {
    response.setStatus(status);
    response.setContentType(json ? "application/json" : "text/plain");
    response.setHeader("Connection", "close");
    String body =
        json
            ? "{\"message\":\"%s\",\"errors\":[],\"code\":\"%s\"}".formatted(message, code)
            : message;
    response.getWriter().write(body);
    return Optional.empty();
  }
}
