package io.pomona.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Room for what a Mac says of itself in a header, with a chain of certificates. Jetty's usual 8 KiB
 * are hardly enough, and Pax Web has no setting for it; it takes over what a file of Jetty's says.
 */
record LongHeaders(Path folder) {
  private static final String KEY = "org.ops4j.pax.web.config.file";
  private static final String FILE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "https://www.eclipse.org/jetty/configure_9_3.dtd">
      <Configure id="Server" class="org.eclipse.jetty.server.Server">
        <New id="http" class="org.eclipse.jetty.server.HttpConfiguration">
          <Set name="SendServerVersion">false</Set>
          <Set name="RequestHeaderSize">32768</Set>
        </New>
      </Configure>
      """;

  /**
   * Writes the file and says how the web server finds it. A file that an operator has named for
   * connectors of their own stays; such a one sets its headers itself.
   */
  Map<String, String> settings(WebServer server) throws IOException {
    if (server.value(KEY).filter(file -> !Path.of(file).startsWith(folder)).isPresent()) {
      return Map.of();
    }
    Path file =
        PrivateFile.write(folder.resolve("headers.xml"), FILE.getBytes(StandardCharsets.UTF_8));
    return Map.of(KEY, file.toString());
  }
}
