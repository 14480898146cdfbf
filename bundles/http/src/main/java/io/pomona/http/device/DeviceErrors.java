package io.pomona.http.device;

import io.pomona.api.MdmException;
import java.util.UUID;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.MediaType;
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

  @Override
  public Response toResponse(Throwable thrown) {
    if (thrown instanceof MdmException known) {
      LOG.info("Refused a Mac's message: {}: {}", known.code(), known.getMessage());
      return answer(status(known.kind()), code(known), known.getMessage());
    }
    if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
      int status = web.getResponse().getStatus() == 401 ? 403 : web.getResponse().getStatus();
      return answer(status, "io.pomona.refused", "The request cannot be read.");
    }
    String uuid = UUID.randomUUID().toString();
    LOG.error("A Mac's message failed, error {}", uuid, thrown);
    return answer(500, "io.pomona.internal", "Error " + uuid + "; try again later.");
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
      case UNAVAILABLE -> 503;
    };
  }

  private static Response answer(int status, String code, String message) {
    String body =
        "{\"code\":\"%s\",\"description\":\"%s\",\"message\":\"%s\"}"
            .formatted(code, quoted(message), quoted(message));
    return Response.status(status).type(MediaType.APPLICATION_JSON).entity(body).build();
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
  }
}
