package io.pomona.protocol.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * Lays a report over what was reported before. Status items stand nested by the dots of their
 * names; one that is a dictionary replaces the former, one that is a list brings only those of its
 * elements that changed.
 *
 * @param wanted of which declarations a former status is kept where the report is silent
 */
record StatusMerge(Predicate<String> wanted) {
  static final String DECLARATIONS = "management.declarations";

  /** Items that are dictionaries: not some of their keys are new, but all. */
  static final Set<String> WHOLE =
      Set.of(
          "management.client-capabilities",
          "softwareupdate.failure-reason",
          "softwareupdate.install-reason",
          "softwareupdate.pending-version",
          "test.dictionary-value");

  void into(ObjectNode kept, ObjectNode reported) {
    into(kept, reported, "");
  }

  private void into(ObjectNode kept, ObjectNode reported, String prefix) {
    for (Map.Entry<String, JsonNode> entry : reported.properties()) {
      String path = prefix + entry.getKey();
      kept.set(entry.getKey(), merged(kept.path(entry.getKey()), entry.getValue(), path));
    }
  }

  private JsonNode merged(JsonNode kept, JsonNode reported, String path) {
    if (reported instanceof ArrayNode) {
      return list(kept, reported, path);
    }
    if (reported instanceof ObjectNode object && !WHOLE.contains(path)) {
      ObjectNode both =
          kept instanceof ObjectNode former ? former : JsonNodeFactory.instance.objectNode();
      into(both, object, path + ".");
      return both;
    }
    return reported;
  }

  private JsonNode list(JsonNode kept, JsonNode reported, String path) {
    if (!isIdentified(reported)) {
      return reported;
    }
    Map<String, JsonNode> elements = new LinkedHashMap<>();
    if (isIdentified(kept)) {
      kept.forEach(element -> keep(elements, element, path));
    }
    reported.forEach(element -> take(elements, element));
    ArrayNode both = JsonNodeFactory.instance.arrayNode();
    elements.values().forEach(both::add);
    return both;
  }

  private void keep(Map<String, JsonNode> elements, JsonNode element, String path) {
    String identifier = DeclarativeJson.text(element, "identifier");
    if (!path.startsWith(DECLARATIONS) || wanted.test(identifier)) {
      elements.put(identifier, element);
    }
  }

  private static void take(Map<String, JsonNode> elements, JsonNode element) {
    String identifier = DeclarativeJson.text(element, "identifier");
    elements.remove(identifier);
    if (!element.path("_removed").asBoolean(false)) {
      elements.put(identifier, element);
    }
  }

  private static boolean isIdentified(JsonNode list) {
    return list.isArray()
        && StreamSupport.stream(list.spliterator(), false)
            .noneMatch(element -> DeclarativeJson.text(element, "identifier").isEmpty());
  }
}
