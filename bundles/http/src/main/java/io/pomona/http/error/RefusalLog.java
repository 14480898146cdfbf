package io.pomona.http.error;

import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.slf4j.Logger;

/** One line for each refusal: what was asked and what was answered, never a query or a body. */
public final class RefusalLog {
  private static final int LONGEST = 200;
  private static final Pattern TOKEN = Pattern.compile("(/device/)[^/]{32,}");

  private final Logger log;

  public RefusalLog(Logger log) {
    this.log = log;
  }

  public void refused(HttpServletRequest request, int status, String code) {
    log.info("Refused {} {}: {} {}", plain(request.getMethod()), path(request), status, code);
  }

  /** What follows {@code device} opens a page by itself. */
  private static String path(HttpServletRequest request) {
    String target = request.getRequestURI();
    return plain(target == null ? "" : TOKEN.matcher(target).replaceFirst("$1..."));
  }

  private static String plain(String text) {
    String known = text == null ? "" : text;
    String cut = known.length() > LONGEST ? known.substring(0, LONGEST) + "..." : known;
    return cut.replaceAll("[^\\x21-\\x7e]", "?");
  }
}
