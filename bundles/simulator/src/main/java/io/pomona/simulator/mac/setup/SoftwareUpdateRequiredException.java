package io.pomona.simulator.mac.setup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** The server wants a newer macOS before it enrolls this Mac. */
public final class SoftwareUpdateRequiredException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String osVersion;
  private final String build;

  private SoftwareUpdateRequiredException(String osVersion, String build) {
    super("macOS " + osVersion + " is required");
    this.osVersion = osVersion;
    this.build = build;
  }

  static SoftwareUpdateRequiredException of(JsonNode error) throws IOException {
    String version = error.path("details").path("OSVersion").asText();
    if (!version.matches("[0-9]+(\\.[0-9]+)*")) {
      throw new IOException("A software update is required, to no version: " + error);
    }
    return new SoftwareUpdateRequiredException(
        version, error.path("details").path("BuildVersion").asText());
  }

  public String osVersion() {
    return osVersion;
  }

  /** Empty where the server named none. */
  public String build() {
    return build;
  }
}
