package io.pomona.http;

import io.pomona.api.MdmException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

/**
 * Where a request goes, held to the letter: a proxy must not read it differently, nothing behind us
 * may stumble over it, and CXF must not take a part of it for an order to itself.
 */
final class RequestTarget {
  private static final Pattern AMBIGUOUS =
      Pattern.compile(";|//|\\\\|/\\.{1,2}(/|$)|%(2e|2f|5c|25|00|3b)");
  // CXF changes the method or the type by a query, and describes all resources to anybody.
  private static final Pattern SWITCH =
      Pattern.compile("_.*|wadl|wsdl|xsd", Pattern.CASE_INSENSITIVE);
  private static final String OVERRIDE = "X-HTTP-Method-Override";

  private RequestTarget() {}

  /**
   * The decoded path.
   *
   * @throws MdmException malformed
   */
  static String path(HttpServletRequest request) {
    if (AMBIGUOUS.matcher(request.getRequestURI().toLowerCase(Locale.ROOT)).find()) {
      throw MdmException.malformed(
          "http.ambiguous_path", "The path is ambiguous: write it plainly.");
    }
    if (request.getHeader(OVERRIDE) != null) {
      throw MdmException.malformed(
          "http.method_override", "The header " + OVERRIDE + " is not heeded: use the method.");
    }
    String query = request.getQueryString() == null ? "" : request.getQueryString();
    String path = parsed(request.getRequestURL() + (query.isEmpty() ? "" : "?" + query)).getPath();
    checkParameters(query);
    return path;
  }

  /** CXF fails on an encoding that Java does not know. */
  static void checkEncoding(HttpServletRequest request) {
    String encoding = request.getCharacterEncoding();
    if (encoding != null && !isKnown(encoding)) {
      throw MdmException.malformed(
          "http.bad_charset", "The charset of the Content-Type is unknown: use UTF-8.");
    }
  }

  private static boolean isKnown(String encoding) {
    try {
      return Charset.isSupported(encoding);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  private static URI parsed(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw MdmException.malformed(
          "http.bad_uri", "The address is not well-formed: escape its path and query.");
    }
  }

  private static void checkParameters(String query) {
    for (String parameter : query.split("[&;]")) {
      String name = decoded(parameter.split("=", 2)[0]).strip();
      if (SWITCH.matcher(name).matches() || parameter.contains("%00")) {
        throw MdmException.malformed(
            "http.bad_query", "The query has a parameter that this server does not take.");
      }
    }
  }

  private static String decoded(String name) {
    return URLDecoder.decode(name, StandardCharsets.UTF_8);
  }
}
