package io.pomona.console;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * What is sent for an address. The build names files after their content, so those are kept by
 * browsers for good; everything else is asked for each time.
 */
record ConsoleFile(Content content, String type, boolean forGood) {

  /** Ranges are not served, which HTTP leaves to the server: the whole is sent instead. */
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType(type);
    response.setHeader(
        "Cache-Control", forGood ? "public, max-age=31536000, immutable" : "no-cache");
    if (content.compressed().isPresent()) {
      response.setHeader("Vary", "Accept-Encoding");
    }
    Encoded encoded = content.acceptable(request.getHeader("Accept-Encoding"));
    response.setHeader("ETag", encoded.tag());
    if (EntityTag.isIn(request.getHeader("If-None-Match"), encoded.tag())) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    } else {
      encoded.send(response);
    }
  }
}
