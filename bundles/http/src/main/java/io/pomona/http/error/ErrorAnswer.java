package io.pomona.http.error;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** One refusal in the form of its side, for JAX-RS and for the servlets before it. */
public record ErrorAnswer(int status, String json, Optional<Duration> retryAfter) {
  public ErrorAnswer(int status, String json) {
    this(status, json, Optional.empty());
  }

  public Response response() {
    Response.ResponseBuilder answer =
        Response.status(status).type(MediaType.APPLICATION_JSON).entity(json);
    retryAfter.ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
    return answer.build();
  }

  /** Ends the connection as well: what is left of the request is not read. */
  public void write(HttpServletResponse response) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_JSON);
    response.setContentLength(body.length);
    response.setHeader("Connection", "close");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    retryAfter.ifPresent(
        wait -> response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds())));
    response.getOutputStream().write(body);
  }
}
