package io.pomona.protocol.declarative;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** JSON in both directions, with limits when it comes from elsewhere. */
final class DeclarativeJson {
  static final int DEEPEST = 32;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(40)
                          .maxStringLength(1 << 18)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // Half of a letter, which JSON may hold, could not be written in UTF-8.
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private DeclarativeJson() {}

  /** Empty when it is no JSON object, or goes beyond the limits. */
  static Optional<ObjectNode> object(byte[] json) {
    try {
      return MAPPER.readTree(json) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts and numbers cannot be written", e);
    }
  }

  static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isTextual() ? value.textValue() : "";
  }

  /** What stands under a name with dots. */
  static JsonNode node(JsonNode root, String name) {
    JsonNode at = root;
    for (String word : name.split("\\.")) {
      at = at.path(word);
    }
    return at;
  }

  /** The same where it is a text. */
  static Optional<String> at(JsonNode root, String name) {
    return Optional.of(node(root, name)).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(ObjectNode node) {
    return MAPPER.convertValue(node, Map.class);
  }

  static ObjectNode tree(Map<String, Object> values) {
    return MAPPER.valueToTree(values);
  }

  /** The same with the keys of every object in order, so that equal content has equal bytes. */
  static JsonNode sorted(JsonNode node) {
    if (node instanceof ObjectNode object) {
      TreeMap<String, JsonNode> keys = new TreeMap<>();
      object.properties().forEach(entry -> keys.put(entry.getKey(), sorted(entry.getValue())));
      return new ObjectNode(JsonNodeFactory.instance, keys);
    }
    if (node instanceof ArrayNode array) {
      ArrayNode elements = JsonNodeFactory.instance.arrayNode(array.size());
      array.forEach(element -> elements.add(sorted(element)));
      return elements;
    }
    return node;
  }
}
