package io.pomona.simulator.apple.abm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON object, read leniently: what is absent or of another type is not there. */
record AbmDocument(JsonNode node) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  static AbmDocument read(byte[] json) throws IOException {
    JsonNode node = JSON.readTree(json);
    if (node == null || !node.isObject()) {
      throw new IOException("Not a JSON object");
    }
    return new AbmDocument(node);
  }

  static AbmDocument of(Map<String, Object> values) {
    return new AbmDocument(JSON.valueToTree(values));
  }

  static byte[] write(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  Optional<String> text(String name) {
    JsonNode value = node.path(name);
    return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
  }

  Optional<Instant> time(String name) {
    return text(name).map(Instant::parse);
  }

  int number(String name, int otherwise) {
    return node.path(name).asInt(otherwise);
  }

  boolean flag(String name, boolean otherwise) {
    return node.path(name).asBoolean(otherwise);
  }

  boolean has(String name) {
    return node.has(name);
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    node.path(name).forEach(item -> texts.add(item.asText()));
    return texts;
  }

  List<AbmDocument> children(String name) {
    List<AbmDocument> children = new ArrayList<>();
    node.path(name).forEach(item -> children.add(new AbmDocument(item)));
    return children;
  }

  AbmDocument child(String name) {
    return new AbmDocument(node.path(name));
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @SuppressWarnings("unchecked")
  Map<String, Object> values() {
    return JSON.convertValue(node, Map.class);
  }
}
