package io.pomona.simulator.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pomona.simulator.wire.Plist;
import io.pomona.simulator.wire.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The server's half of declarative management for one Mac. */
public final class FakeDeclarations {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> LISTS =
      Map.of(
          "activation", "Activations",
          "asset", "Assets",
          "configuration", "Configurations",
          "management", "Management");

  public final List<String> asked = new CopyOnWriteArrayList<>();
  public final List<JsonNode> reports = new CopyOnWriteArrayList<>();
  private final Map<String, ObjectNode> declarations = new LinkedHashMap<>();
  private final Map<String, String> instead = new LinkedHashMap<>();

  /** The server token is the content itself, made short. */
  public void put(String identifier, String type, String payload) {
    ObjectNode declaration = JSON.createObjectNode();
    declaration.put("Identifier", identifier).put("Type", type);
    declaration.set("Payload", parsed(payload));
    declaration.put("ServerToken", "t" + (type + payload).hashCode());
    declarations.put(identifier, declaration);
  }

  public void activate(String... configurations) {
    String list = "\"" + String.join("\",\"", configurations) + "\"";
    put(
        "org.example.act",
        "com.apple.activation.simple",
        "{\"StandardConfigurations\":[" + list + "]}");
  }

  public void remove(String identifier) {
    declarations.remove(identifier);
  }

  /** Answers this at the endpoint from now on, whatever it should be. */
  public void answer(String endpoint, String body) {
    instead.put(endpoint, body);
  }

  public byte[] tokens() {
    String token = "d" + declarations.toString().hashCode();
    return ("{\"SyncTokens\":{\"DeclarationsToken\":\""
            + token
            + "\",\"Timestamp\":\"2026-11-24T12:00:00Z\"}}")
        .getBytes(StandardCharsets.UTF_8);
  }

  Reply handle(Plist message) throws IOException {
    String endpoint = message.text("Endpoint").orElseThrow();
    asked.add(endpoint);
    if (endpoint.equals("status")) {
      reports.add(JSON.readTree(message.data("Data").orElseThrow()));
      return new Reply(200, "", new byte[0]);
    } else if (instead.containsKey(endpoint)) {
      return json(instead.get(endpoint).getBytes(StandardCharsets.UTF_8));
    }
    return switch (endpoint) {
      case "tokens" -> json(tokens());
      case "declaration-items" -> json(items());
      default -> declaration(endpoint.split("/", 3)[2]);
    };
  }

  private Reply declaration(String identifier) {
    return declarations.containsKey(identifier)
        ? json(declarations.get(identifier).toString().getBytes(StandardCharsets.UTF_8))
        : new Reply(404, "", new byte[0]);
  }

  private byte[] items() throws IOException {
    ObjectNode root = JSON.createObjectNode();
    ObjectNode lists = root.putObject("Declarations");
    LISTS.values().forEach(lists::putArray);
    for (ObjectNode declaration : declarations.values()) {
      String kind = declaration.path("Type").asText().split("\\.")[2];
      lists
          .withArray(LISTS.get(kind))
          .addObject()
          .put("Identifier", declaration.path("Identifier").asText())
          .put("ServerToken", declaration.path("ServerToken").asText());
    }
    root.set("DeclarationsToken", JSON.readTree(tokens()).at("/SyncTokens/DeclarationsToken"));
    return JSON.writeValueAsBytes(root);
  }

  private static Reply json(byte[] body) {
    return new Reply(200, "application/json", body);
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  /** What was said last at this place of a report; missing where it never was. */
  public JsonNode last(String pointer) {
    return reports.stream()
        .map(report -> report.at("/StatusItems" + pointer))
        .filter(node -> !node.isMissingNode())
        .reduce((first, second) -> second)
        .orElseGet(JSON::missingNode);
  }

  /** All that was said at this place, in order. */
  public List<String> all(String pointer) {
    return reports.stream()
        .map(report -> report.at("/StatusItems" + pointer))
        .filter(node -> !node.isMissingNode())
        .map(JsonNode::asText)
        .toList();
  }

  /** What the Mac last thought of a declaration. */
  public JsonNode verdict(String list, String identifier) {
    return reports.stream()
        .flatMap(report -> stream(report.at("/StatusItems/management/declarations/" + list)))
        .filter(entry -> entry.path("identifier").asText().equals(identifier))
        .reduce((first, second) -> second)
        .orElseGet(JSON::missingNode);
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
