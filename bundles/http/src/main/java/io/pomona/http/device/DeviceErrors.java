package io.pomona.http.device;

import io.pomona.api.MdmException;
import io.pomona.http.error.ErrorAnswer;
import io.pomona.http.error.GoneClient;
import io.pomona.http.error.RefusalLog;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a Mac is answered when something was thrown. Never 401: it would remove its MDM profile. The
 * body has the form that macOS 14 and later read.
 */
@Provider
public final class DeviceErrors implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.http.device");

  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(Throwable thrown) {
    if (GoneClient.is(thrown)) {
      return Response.serverError().build();
    }
    return toAnswer(thrown).response();
  }

  private ErrorAnswer toAnswer(Throwable thrown) {
    if (thrown instanceof MdmException known) {
      logged(known);
      return answer(known);
    }
    if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
      int status = web.getResponse().getStatus() == 401 ? 403 : web.getResponse().getStatus();
      new RefusalLog(LOG).refused(request, status, "http.bad_request");
      return written(status, "io.pomona.refused", "The request cannot be read.");
    }
    String uuid = UUID.randomUUID().toString();
    LOG.error("A Mac's message failed, error {}", uuid, thrown);
    return written(500, "io.pomona.internal", "Error " + uuid + "; try again later.");
  }

  private static void logged(MdmException e) {
    if (e.kind() == MdmException.Kind.UNAVAILABLE && e.getCause() != null) {
      LOG.warn("A Mac was asked to come later: {}: {}", e.code(), e.getMessage(), e.getCause());
    } else {
      LOG.info("Refused a Mac's message: {}: {}", e.code(), e.getMessage());
    }
  }

  /** An error in the form that Macs read. */
  public static ErrorAnswer answer(MdmException e) {
    ErrorAnswer written = written(status(e.kind()), code(e), e.getMessage());
    return written.after(e.retryAfter());
  }

  private static String code(MdmException e) {
    return e.kind() == MdmException.Kind.FORBIDDEN && e.code().equals("enrollment.unknown_device")
        ? "com.apple.unrecognized.device"
        : "io.pomona." + e.code();
  }

  private static int status(MdmException.Kind kind) {
    return switch (kind) {
      case MALFORMED, INVALID -> 400;
      case UNAUTHENTICATED, FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case TOO_LARGE -> 413;
      case TOO_MANY_REQUESTS, UNAVAILABLE -> 503;
    };
  }

  private static ErrorAnswer written(int status, String code, String message) {
    return new ErrorAnswer(
        status,
        "{\"code\":\"%s\",\"description\":\"%s\",\"message\":\"%s\"}"
            .formatted(code, quoted(message), quoted(message)));
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
  }
}
