package io.pomona.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * What is sent for an address. The build names files after their content, so those are kept by
 * browsers for good; everything else is asked for each time.
 */
record ConsoleFile(URL content, String type, boolean forGood) {
  private static final String FOLDER = "/console";
  private static final String ASSETS = "/assets/";
  private static final int MOST = 16 << 20;
  private static final String JAVASCRIPT = "text/javascript;charset=utf-8";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "js", JAVASCRIPT,
          "css", "text/css;charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff2", "font/woff2",
          "json", "application/json");

  /** A file of the build, else the console itself; empty for a file that is not there. */
  static Optional<ConsoleFile> at(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (!name.contains(".")) {
      return file("/index.html");
    }
    return path.contains("..") ? Optional.empty() : file(path);
  }

  static ConsoleFile module(URL content) {
    return new ConsoleFile(content, JAVASCRIPT, false);
  }

  private static Optional<ConsoleFile> file(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    return Optional.ofNullable(TYPES.get(ending))
        .flatMap(
            type ->
                Optional.ofNullable(ConsoleFile.class.getResource(FOLDER + path))
                    .map(found -> new ConsoleFile(found, type, path.startsWith(ASSETS))));
  }

  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType(type);
    response.setHeader(
        "Cache-Control", forGood ? "public, max-age=31536000, immutable" : "no-cache");
    byte[] bytes = bytes();
    String tag = EntityTag.of(bytes);
    response.setHeader("ETag", tag);
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  private byte[] bytes() throws IOException {
    try (InputStream in = content.openStream()) {
      return in.readNBytes(MOST);
    }
  }
}
