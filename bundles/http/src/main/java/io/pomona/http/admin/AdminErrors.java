package io.pomona.http.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pomona.api.MdmException;
import io.pomona.http.error.ErrorAnswer;
import io.pomona.http.error.GoneClient;
import io.pomona.http.error.RefusalLog;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.UTFDataFormatException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what was thrown as an answer: once, without a stack trace, with an id for the log. */
@Provider
public final class AdminErrors implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.http");
  private static final ObjectMapper JSON = JsonFormat.mapper();
  private static final MdmException BAD_JSON =
      MdmException.malformed("http.bad_json", "The body is not the JSON that is expected here.");

  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(Throwable thrown) {
    if (GoneClient.is(thrown)) {
      return Response.serverError().build();
    }
    if (thrown instanceof MdmException known) {
      // Without a cause it is a state that passes, such as a part that is just starting.
      if (known.kind() == MdmException.Kind.UNAVAILABLE && known.getCause() != null) {
        LOG.warn("{}: {}", known.code(), known.getMessage(), known.getCause());
      }
      return refused(known.code(), answer(known));
    }
    if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
      WebError error = WebError.of(web.getResponse().getStatus());
      return refused(error.code(), error.answer());
    }
    if (isUnreadable(thrown)) {
      return refused("http.bad_json", answer(BAD_JSON));
    }
    String uuid = UUID.randomUUID().toString();
    LOG.error("Request failed, error {}", uuid, thrown);
    String message = "Something went wrong on the server; it is in the log as " + uuid + ".";
    return written(500, new ErrorBody(message, List.of(), "http.internal", uuid)).response();
  }

  private Response refused(String code, ErrorAnswer answer) {
    new RefusalLog(LOG).refused(request, answer.status(), code);
    return answer.response();
  }

  /** The client's fault: no JSON, no text in the encoding it claims, or less than it said. */
  private static boolean isUnreadable(Throwable thrown) {
    return thrown instanceof JsonProcessingException
        || thrown instanceof CharConversionException
        || thrown instanceof CharacterCodingException
        || thrown instanceof UTFDataFormatException
        || thrown instanceof UnsupportedEncodingException
        || thrown instanceof EOFException;
  }

  /** An error in the form of this side. */
  public static ErrorAnswer answer(MdmException e) {
    List<ErrorBody.Item> items =
        e.fields().isEmpty()
            ? List.of(new ErrorBody.Item("base", e.getMessage()))
            : e.fields().stream().map(f -> new ErrorBody.Item(f.name(), f.reason())).toList();
    ErrorAnswer written = written(status(e.kind()), new ErrorBody(title(e), items, e.code(), ""));
    return written.after(e.retryAfter());
  }

  static ErrorAnswer written(int status, ErrorBody body) {
    try {
      return new ErrorAnswer(status, JSON.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
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
      case TOO_MANY_REQUESTS -> "Too Many Requests";
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
      case TOO_MANY_REQUESTS -> 429;
      case UNAVAILABLE -> 503;
    };
  }
}
