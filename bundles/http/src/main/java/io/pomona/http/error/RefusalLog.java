package io.pomona.http.error;

import javax.servlet.http.HttpServletRequest;
import org.slf4j.Logger;

/** One line for each refusal: what was asked and what was answered, never a query or a body. */
public final class RefusalLog {
  private static final int LONGEST = 200;

  private final Logger log;

  public RefusalLog(Logger log) {
    this.log = log;
  }

  public void refused(HttpServletRequest request, int status, String code) {
    log.info("Refused {} {}: {} {}", plain(request.getMethod()), path(request), status, code);
  }

  private static String path(HttpServletRequest request) {
    return plain(request.getRequestURI());
  }

  private static String plain(String text) {
    String known = text == null ? "" : text;
    String cut = known.length() > LONGEST ? known.substring(0, LONGEST) + "..." : known;
    return cut.replaceAll("[^\\x21-\\x7e]", "?");
  }
}
