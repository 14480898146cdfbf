package io.pomona.http.error;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/**
 * One refusal in the form of its side, for JAX-RS and for the servlets before it.
 *
 * @param headers those that its side adds to every answer
 */
public record ErrorAnswer(
    int status,
    String text,
    String mediaType,
    Map<String, String> headers,
    Optional<Duration> retryAfter) {
  /** In JSON. */
  public ErrorAnswer(int status, String json) {
    this(status, json, MediaType.APPLICATION_JSON, Map.of(), Optional.empty());
  }

  /** The same with the time after which a later try may succeed. */
  public ErrorAnswer after(Optional<Duration> wait) {
    return new ErrorAnswer(status, text, mediaType, headers, wait);
  }

  /** The same on a side that does not speak JSON. */
  public ErrorAnswer as(String otherType, Map<String, String> itsHeaders) {
    return new ErrorAnswer(status, text, otherType, itsHeaders, retryAfter);
  }

  public Response response() {
    Response.ResponseBuilder answer = Response.status(status).type(mediaType).entity(text);
    retryAfter.ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
    return answer.build();
  }

  /** Ends the connection as well: what is left of the request is not read. */
  public void write(HttpServletResponse response) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(mediaType);
    response.setContentLength(body.length);
    response.setHeader("Connection", "close");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    headers.forEach(response::setHeader);
    retryAfter.ifPresent(
        wait -> response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds())));
    response.getOutputStream().write(body);
  }
}
