package io.pomona.simulator.apple.abm;

import java.util.Locale;

/** The headers that each call has to carry; stricter than Apple, so that a test tells. */
final class AbmForm {

  private static final String JSON = "application/json;charset=utf8";

  private AbmForm() {}

  static void check(AbmRequest request) {
    String agent =
        request.header("User-Agent").orElseThrow(() -> AbmRefusal.badRequest("USER_AGENT_MISSING"));
    if (agent.startsWith("Java-http-client/")) { // the JDK's name, not that of who calls
      throw AbmRefusal.badRequest("USER_AGENT_INVALID");
    }
    String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.replace(" ", "").equals(JSON)) {
      throw new AbmRefusal(415, "UNSUPPORTED_MEDIA_TYPE");
    }
    String version = request.header("X-Server-Protocol-Version").orElse("");
    if (request.endpoint() != AbmEndpoint.SESSION && !version.matches("[1-9][0-9]?")) {
      throw AbmRefusal.badRequest("X_SERVER_PROTOCOL_VERSION_REQUIRED");
    }
  }
}
