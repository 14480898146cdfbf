package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** What the server finds odd about a profile. */
final class ProfileWarnings {
  private ProfileWarnings() {}

  /** A line for each. */
  static void print(PrintWriter out, String file, JsonNode warnings) {
    for (JsonNode warning : warnings) {
      out.println(file + ": " + warning.path("message").asText());
    }
  }
}
