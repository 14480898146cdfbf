package io.pomona.simulator.mac.declarative;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the server says, read as strictly as macOS does. */
final class Json {

  static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final int LONGEST_NAME = 64;

  private Json() {}

  static ObjectNode object(byte[] body, String what) throws MalformedDeclarationException {
    try {
      if (MAPPER.readTree(body) instanceof ObjectNode object) {
        return object;
      }
      throw new MalformedDeclarationException(what + " is not a JSON object");
    } catch (MalformedDeclarationException e) {
      throw e;
    } catch (IOException e) {
      throw new MalformedDeclarationException(what + " is not JSON");
    }
  }

  static ObjectNode child(JsonNode parent, String key) throws MalformedDeclarationException {
    if (parent.get(key) instanceof ObjectNode object) {
      return object;
    }
    throw new MalformedDeclarationException(key + " is missing or no object");
  }

  static String text(JsonNode parent, String key) throws MalformedDeclarationException {
    JsonNode value = parent.path(key);
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw new MalformedDeclarationException(key + " is missing or no text");
    }
    return value.textValue();
  }

  /** An Identifier or a token. */
  static String name(JsonNode parent, String key) throws MalformedDeclarationException {
    String name = text(parent, key);
    if (name.length() > LONGEST_NAME) {
      throw new MalformedDeclarationException(key + " is longer than 64 characters");
    }
    return name;
  }

  static JsonNode restored(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The declarations of this Mac are damaged", e);
    }
  }

  static byte[] bytes(JsonNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }
}
