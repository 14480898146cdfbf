package io.pomona.simulator.mac.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;

/**
 * An active declaration that this version be installed by then, on the clock of the Mac's wall.
 *
 * @param build empty where the declaration names none
 */
public record Enforcement(
    String declaration, String version, String build, LocalDateTime deadline) {

  private static final List<String> KEYS =
      List.of("TargetOSVersion", "TargetBuildVersion", "TargetLocalDateTime", "DetailsURL");
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  static Enforcement of(Declaration declaration) {
    JsonNode payload = declaration.payload();
    return new Enforcement(
        declaration.identifier(),
        payload.path("TargetOSVersion").asText(),
        payload.path("TargetBuildVersion").asText(""),
        LocalDateTime.parse(payload.path("TargetLocalDateTime").asText(), LOCAL));
  }

  /** What is wrong with the payload; empty: nothing. */
  static String fault(JsonNode payload) {
    for (Iterator<String> keys = payload.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      if (!KEYS.contains(key) || !payload.get(key).isTextual()) {
        return key + " is unknown or no text";
      }
    }
    if (!payload.path("TargetOSVersion").asText("").matches("\\d+(\\.\\d+){0,2}")) {
      return "TargetOSVersion is missing or no version";
    }
    try {
      LocalDateTime.parse(payload.path("TargetLocalDateTime").asText(""), LOCAL);
      return "";
    } catch (DateTimeException e) {
      return "TargetLocalDateTime is missing or not of the form yyyy-mm-ddThh:mm:ss";
    }
  }
}
