package io.pomona.http;

import io.pomona.api.MdmException;
import io.pomona.http.error.ErrorAnswer;
import io.pomona.http.error.RefusalLog;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.LoggerFactory;

/**
 * What a request must be before anything looks at it: a well-formed, unambiguous address and a body
 * within the limit.
 */
final class RequestGuard {
  private final BodyRule bodies;
  private final Function<MdmException, ErrorAnswer> form;
  private final RefusalLog log = new RefusalLog(LoggerFactory.getLogger("io.pomona.http"));

  /**
   * @param form how this side writes its errors
   */
  RequestGuard(BodyRule bodies, Function<MdmException, ErrorAnswer> form) {
    this.bodies = bodies;
    this.form = form;
  }

  /** The request to go on with, to be closed, or empty when it has been answered. */
  Optional<LimitedRequest> admit(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      BodyRule.Meter meter = bodies.meter(request, RequestTarget.path(request));
      RequestTarget.checkEncoding(request);
      meter.reached(request.getContentLengthLong());
      return Optional.of(new LimitedRequest(request, meter));
    } catch (MdmException e) {
      refuse(request, response, e);
      return Optional.empty();
    }
  }

  void refuse(HttpServletRequest request, HttpServletResponse response, MdmException e)
      throws IOException {
    ErrorAnswer answer = form.apply(e);
    log.refused(request, answer.status(), e.code());
    answer.write(response);
  }
}
