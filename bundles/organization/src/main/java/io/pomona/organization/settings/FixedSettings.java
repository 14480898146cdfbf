package io.pomona.organization.settings;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * What existing clients expect in the settings beyond what there is: keys with the one value that
 * they have in Pomona.
 */
final class FixedSettings {
  private final Map<String, Object> organization = read("fixed.json");
  private final Map<String, Object> team = read("fixed-team.json");

  private static Map<String, Object> read(String name) {
    try (InputStream in = FixedSettings.class.getResourceAsStream(name)) {
      return new ObjectMapper().readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, Object> organization() {
    return organization;
  }

  Map<String, Object> team() {
    return team;
  }
}
