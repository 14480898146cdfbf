package io.pomona.http.person;

import io.pomona.api.MdmException;
import io.pomona.api.rest.EndUserResource;
import io.pomona.api.rest.Html;
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

/** What was thrown as a page with a sentence: never JSON, and never anything to install. */
@Provider
public final class PersonErrors implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.http.person");
  private static final String MEDIA_TYPE = "text/html;charset=utf-8";

  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(Throwable thrown) {
    if (GoneClient.is(thrown)) {
      return Response.serverError().build();
    }
    if (thrown instanceof MdmException known) {
      if (known.kind() == MdmException.Kind.UNAVAILABLE && known.getCause() != null) {
        LOG.warn("{}: {}", known.code(), known.getMessage(), known.getCause());
      }
      return refused(known.code(), answer(known));
    }
    if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
      int status = web.getResponse().getStatus();
      return refused("http.not_found", page(status, "Not found", "There is no such page."));
    }
    String uuid = UUID.randomUUID().toString();
    LOG.error("A page failed, error {}", uuid, thrown);
    return page(
            500,
            "Something went wrong",
            "Try again later, or tell your IT administrator of error " + uuid + ".")
        .response();
  }

  private Response refused(String code, ErrorAnswer answer) {
    new RefusalLog(LOG).refused(request, answer.status(), code);
    return answer.response();
  }

  /** An error in the form of this side. */
  public static ErrorAnswer answer(MdmException e) {
    ErrorAnswer page = page(status(e.kind()), title(e.kind()), e.getMessage());
    return page.after(e.retryAfter());
  }

  private static ErrorAnswer page(int status, String title, String sentence) {
    Html content = Html.of("<h1>%s</h1>\n<p>%s</p>\n", title, sentence);
    return new ErrorAnswer(status, Html.page(title, EndUserResource.STYLE, content))
        .as(MEDIA_TYPE, PersonHeaders.ALL);
  }

  private static String title(MdmException.Kind kind) {
    return switch (kind) {
      case NOT_FOUND -> "Not found";
      case TOO_MANY_REQUESTS -> "Too many tries";
      case UNAVAILABLE -> "Not available now";
      case MALFORMED, INVALID, TOO_LARGE, CONFLICT -> "This did not work";
      case FORBIDDEN, UNAUTHENTICATED -> "Not allowed";
    };
  }

  private static int status(MdmException.Kind kind) {
    return switch (kind) {
      case NOT_FOUND -> 404;
      case TOO_LARGE -> 413;
      case TOO_MANY_REQUESTS -> 429;
      case UNAVAILABLE -> 503;
      case MALFORMED, INVALID -> 400;
      case CONFLICT -> 409;
      case FORBIDDEN, UNAUTHENTICATED -> 403;
    };
  }
}
