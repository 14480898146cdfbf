package io.pomona.cli.sso;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Opens an address in the browser of whoever sits here, if there is one. */
final class Browser {
  private Browser() {}

  static void open(URI address) {
    try {
      new ProcessBuilder(command(address.toString()))
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      // The address is on the screen as well.
    }
  }

  private static List<String> command(String address) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      return List.of("open", address);
    }
    return system.contains("windows")
        ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
        : List.of("xdg-open", address);
  }
}
