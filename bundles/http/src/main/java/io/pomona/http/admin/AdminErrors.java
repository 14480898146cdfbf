package io.pomona.http.admin;

import io.pomona.api.MdmException;
import java.util.List;
import java.util.UUID;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what was thrown as an answer: once, without a stack trace, with an id for the log. */
@Provider
public final class AdminErrors implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.http");

  @Override
  public Response toResponse(Throwable thrown) {
    if (thrown instanceof MdmException known) {
      return answer(known);
    }
    if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
      return refused(web);
    }
    if (thrown instanceof com.fasterxml.jackson.core.JsonProcessingException) {
      return write(
          400, "Bad request", "http.bad_json", "The body is not the JSON that is expected here.");
    }
    String uuid = UUID.randomUUID().toString();
    LOG.error("Request failed, error {}", uuid, thrown);
    return Response.status(500)
        .type(MediaType.APPLICATION_JSON)
        .entity(
            new ErrorBody(
                "Something went wrong on the server; it is in the log as " + uuid + ".",
                List.of(),
                "http.internal",
                uuid))
        .build();
  }

  private static Response answer(MdmException e) {
    if (e.kind() == MdmException.Kind.UNAVAILABLE) {
      LOG.warn("{}: {}", e.code(), e.getMessage(), e.getCause());
    }
    List<ErrorBody.Item> items =
        e.fields().isEmpty()
            ? List.of(new ErrorBody.Item("base", e.getMessage()))
            : e.fields().stream().map(f -> new ErrorBody.Item(f.name(), f.reason())).toList();
    return Response.status(status(e.kind()))
        .type(MediaType.APPLICATION_JSON)
        .entity(new ErrorBody(title(e), items, e.code(), ""))
        .build();
  }

  private static String title(MdmException e) {
    return switch (e.kind()) {
      case MALFORMED -> "Bad request";
      case INVALID -> "Validation Failed";
      case UNAUTHENTICATED ->
          e.code().equals("http.unauthenticated")
              ? "Authentication required"
              : "Authentication failed";
      case FORBIDDEN -> "Permission Denied";
      case NOT_FOUND -> "Resource Not Found";
      case CONFLICT -> "Conflict";
      case TOO_LARGE -> "Payload Too Large";
      case UNAVAILABLE -> "Not Available Now";
    };
  }

  private static int status(MdmException.Kind kind) {
    return switch (kind) {
      case MALFORMED -> 400;
      case INVALID -> 422;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case TOO_LARGE -> 413;
      case UNAVAILABLE -> 503;
    };
  }

  private static Response refused(WebApplicationException web) {
    int status = web.getResponse().getStatus();
    return switch (status) {
      case 404 ->
          write(404, "Resource Not Found", "http.not_found", "There is nothing at this path.");
      case 405 ->
          write(405, "Method Not Allowed", "http.method", "This path does not take this method.");
      case 406 -> write(406, "Not Acceptable", "http.accept", "The answer is application/json.");
      case 413 -> write(413, "Payload Too Large", "http.body_too_large", "The body is too large.");
      case 415 ->
          write(
              415,
              "Unsupported Media Type",
              "http.media_type",
              "The body has another Content-Type than expected.");
      default -> write(status, "Bad request", "http.bad_request", "The request cannot be read.");
    };
  }

  private static Response write(int status, String message, String code, String reason) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON)
        .entity(new ErrorBody(message, List.of(new ErrorBody.Item("base", reason)), code, ""))
        .build();
  }
}
