package io.pomona.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the build has made, read and compressed when it is first asked for. */
final class ConsoleFiles {
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

  /** As many as the build has files, whatever is asked for. */
  private final Map<String, ConsoleFile> kept = new ConcurrentHashMap<>();

  /** A file of the build, else the console itself; empty for a file that is not there. */
  Optional<ConsoleFile> at(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (!name.contains(".")) {
      return file("/index.html");
    }
    return path.contains("..") ? Optional.empty() : file(path);
  }

  /** A script of another bundle, which may be another one the next time. */
  static ConsoleFile module(URL content) {
    return new ConsoleFile(Content.plain(bytes(content)), JAVASCRIPT, false);
  }

  private Optional<ConsoleFile> file(String path) {
    return Optional.ofNullable(kept.computeIfAbsent(path, ConsoleFiles::read));
  }

  /** Null for a file that is not there: so a map keeps nothing of it. */
  private static ConsoleFile read(String path) {
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    URL found = type == null ? null : ConsoleFiles.class.getResource(FOLDER + path);
    return found == null
        ? null
        : new ConsoleFile(Content.of(bytes(found)), type, path.startsWith(ASSETS));
  }

  private static byte[] bytes(URL content) {
    try (InputStream in = content.openStream()) {
      return in.readNBytes(MOST);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
