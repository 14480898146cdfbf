package io.pomona.protocol.dep;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;

/** Reads and writes an object of JSON; never more than a bound. */
final class SetupJson {
  static final int MOST_BYTES = 256 << 10;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(8)
                          .maxStringLength(MOST_BYTES)
                          .build())
                  .build())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private SetupJson() {}

  static Map<String, Object> read(byte[] json) throws MalformedSetupProfileException {
    if (json.length > MOST_BYTES) {
      throw new MalformedSetupProfileException("the file may have up to 256 KiB");
    }
    try {
      Map<String, Object> read = MAPPER.readValue(json, new TypeReference<>() {});
      if (read == null) {
        throw new MalformedSetupProfileException("the file must hold one object of JSON");
      }
      return read;
    } catch (JsonProcessingException e) {
      throw new MalformedSetupProfileException(
          "the file must hold one object of JSON"
              + (e.getLocation() == null ? "" : "; see line " + e.getLocation().getLineNr()));
    } catch (IOException e) {
      throw new MalformedSetupProfileException("the file cannot be read");
    }
  }

  static Map<String, Object> stored(String json) {
    try {
      return MAPPER.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was written cannot be read", e);
    }
  }

  static String compact(Map<String, Object> fields) {
    try {
      return MAPPER.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was read cannot be written", e);
    }
  }

  static String inLines(Map<String, Object> fields) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was read cannot be written", e);
    }
  }
}
