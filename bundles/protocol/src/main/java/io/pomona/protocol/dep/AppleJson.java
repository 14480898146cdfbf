package io.pomona.protocol.dep;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/** Apple's JSON, read leniently: what is absent or of another type is as if it were not there. */
final class AppleJson {
  private static final int LONGEST = 2000;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(16)
                          .maxStringLength(1 << 20)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private AppleJson() {}

  static Optional<JsonNode> object(byte[] json) {
    try {
      return Optional.ofNullable(MAPPER.readTree(json)).filter(JsonNode::isObject);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static byte[] write(Map<String, Object> fields) {
    try {
      return MAPPER.writeValueAsBytes(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts and numbers cannot be written", e);
    }
  }

  /** Empty text for none; never longer than anything that Apple means. */
  static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    String text = value.isTextual() ? value.textValue() : "";
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  static Optional<Instant> time(JsonNode node, String name) {
    String text = text(node, name);
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
